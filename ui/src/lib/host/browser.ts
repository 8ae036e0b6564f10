/** Asks the devhost that served this page. The cookie that `/enter` set says who asks. */
export async function callOverHttp(command: string, request: unknown): Promise<unknown> {
  const response = await fetch(`/rpc/${command}`, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw body;
  return body;
}
