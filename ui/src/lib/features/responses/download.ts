/** Hands a file to the browser to keep, where the host has no dialog of its own. */
export function download(name: string, content: string): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click; the address may go a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
