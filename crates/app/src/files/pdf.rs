//! PDFs: what they carry, their words, and a page drawn. Nothing in a PDF is ever run: its pages
//! are drawn here.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{
        DecryptionError, LoadPdfError, Pdf,
        object::{MaybeRef, Object},
    },
    render,
    vello_cpu::color::palette::css::WHITE,
};

use super::{
    bounded::bounded,
    pdf_words::words_of,
    picture::{Picture, of_pixels},
};
use crate::AppFault;

/// How long a page may take to draw, or a file to be looked into.
const MOST_TIME: Duration = Duration::from_secs(20);
/// How long the words of a file are gathered; what was found by then is kept.
const WORDS_TIME: Duration = Duration::from_secs(10);
/// Most pixels of a page that is drawn.
const MOST_PIXELS: f32 = 16_000_000.0;
/// Most pages of a file.
const MOST_PAGES: usize = 10_000;
/// Direct objects inside one another that are looked into.
const MOST_DEPTH: u32 = 32;

/// What was found in a PDF.
pub(crate) struct LookedInto {
    /// How many pages.
    pub pages: u32,
    /// It has a script, which never runs.
    pub script: bool,
    /// Its words, as far as they were asked for.
    pub words: String,
}

/// Looks into a PDF, and gathers its words if they are wanted.
///
/// # Errors
/// [`AppFault::FileRefused`]: `encrypted`, `carries` when another file or program is inside,
/// `damaged`, `slow`.
pub(crate) fn look_into(bytes: Vec<u8>, most_words: usize) -> Result<LookedInto, AppFault> {
    bounded(MOST_TIME, move || {
        let pdf = open(bytes)?;
        let carried = carried(&pdf);
        if carried.other {
            return Err(AppFault::FileRefused { why: "carries" });
        }
        let pages = pdf.pages().len();
        if pages == 0 || pages > MOST_PAGES {
            return Err(AppFault::FileRefused { why: "damaged" });
        }
        let mut words = String::new();
        let started = Instant::now();
        for page in pdf.pages().iter() {
            if words.len() >= most_words || started.elapsed() > WORDS_TIME {
                break;
            }
            words.push_str(&words_of(page, most_words - words.len()));
            words.push('\n');
        }
        super::words::shorten(&mut words, most_words);
        Ok(LookedInto { pages: u32::try_from(pages).unwrap_or(u32::MAX), script: carried.script, words })
    })
}

/// Draws a page, from 1, so many pixels wide.
///
/// # Errors
/// [`AppFault::NotFound`] for a page that it has not; [`AppFault::FileRefused`]: `damaged`, `slow`.
pub(crate) fn draw(bytes: Vec<u8>, page: u32, width: u32) -> Result<Picture, AppFault> {
    bounded(MOST_TIME, move || {
        let pdf = open(bytes)?;
        let index = (page as usize).checked_sub(1);
        let page = index.and_then(|index| pdf.pages().get(index)).ok_or(AppFault::NotFound { what: "page" })?;
        let (wide, high) = page.render_dimensions();
        if !(wide.is_finite() && high.is_finite() && wide > 0.0 && high > 0.0) {
            return Err(AppFault::FileRefused { why: "damaged" });
        }
        // A page as narrow as a thread would be as high as a tower.
        let scale = (width as f32 / wide).min((MOST_PIXELS / (wide * high)).sqrt()).min(10_000.0 / high);
        let scale = scale.max(1.0 / wide).max(1.0 / high);
        if wide * scale > 60_000.0 || high * scale > 60_000.0 {
            return Err(AppFault::FileRefused { why: "damaged" });
        }
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let pixmap =
            render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &settings);
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        // The ground is white, so nothing shines through.
        let rgb = pixmap.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| pixel[..3].iter().copied()).collect();
        of_pixels(width, height, rgb)
    })
}

fn open(bytes: Vec<u8>) -> Result<Pdf, AppFault> {
    Pdf::new(Arc::new(bytes)).map_err(|fault| match fault {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            AppFault::FileRefused { why: "encrypted" }
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => AppFault::FileRefused { why: "damaged" },
    })
}

/// What a PDF carries beside its pages.
#[derive(Default)]
struct Carried {
    script: bool,
    other: bool,
}

impl Carried {
    fn name(&mut self, name: &str) {
        match name {
            "JS" | "JavaScript" => self.script = true,
            "Launch" | "EmbeddedFile" | "EmbeddedFiles" | "RichMedia" => self.other = true,
            _ => {}
        }
    }

    fn object(&mut self, object: &Object<'_>, depth: u32) {
        if depth > MOST_DEPTH {
            return;
        }
        let dict = match object {
            Object::Name(name) => return self.name(name.as_str()),
            Object::Array(array) => {
                for part in array.raw_iter() {
                    self.part(&part, depth);
                }
                return;
            }
            Object::Dict(dict) => dict,
            Object::Stream(stream) => stream.dict(),
            _ => return,
        };
        for (name, part) in dict.entries() {
            self.name(name.as_str());
            self.part(&part, depth);
        }
    }

    /// What is named elsewhere is come across there.
    fn part(&mut self, part: &MaybeRef<Object<'_>>, depth: u32) {
        if let MaybeRef::NotRef(object) = part {
            self.object(object, depth + 1);
        }
    }
}

/// Every object, also those that are packed; and the bytes as they are, for objects that the
/// file's own list leaves out.
fn carried(pdf: &Pdf) -> Carried {
    let mut carried = Carried::default();
    for object in pdf.objects() {
        carried.object(&object, 0);
    }
    let bytes: &[u8] = pdf.data().as_ref();
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    carried.script |= holds(b"/JavaScript");
    carried.other |= holds(b"/Launch") || holds(b"/EmbeddedFile") || holds(b"/RichMedia");
    carried
}

#[cfg(test)]
mod tests {
    use image::GenericImageView;
    use rstest::rstest;

    use super::{draw, look_into};
    use crate::AppFault;

    /// A PDF with these objects, the first of which is its catalogue.
    fn pdf(objects: &[String]) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (at, object) in objects.iter().enumerate() {
            places.push(file.len());
            file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
        }
        let start = file.len();
        file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
        for place in places {
            file.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let size = objects.len() + 1;
        file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
        file
    }

    /// A letter of one page, with more in its catalogue and other objects behind.
    fn letter(more: &str, behind: &[&str]) -> Vec<u8> {
        let draws = "1 0 0 rg 0 0 100 50 re f BT /F 20 Tf 10 150 Td (Dear Zo\\353,) Tj 0 -30 Td (we met) Tj 80 0 Td (today.) Tj ET";
        let mut objects = vec![
            format!("<< /Type /Catalog /Pages 2 0 R {more} >>"),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R
                /Resources << /Font << /F 5 0 R >> >> >>"
                .to_owned(),
            format!("<< /Length {} >>\nstream\n{draws}\nendstream", draws.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        objects.extend(behind.iter().map(|object| (*object).to_owned()));
        pdf(&objects)
    }

    fn why(bytes: &[u8]) -> &'static str {
        match look_into(bytes.to_vec(), 100) {
            Err(AppFault::FileRefused { why }) => why,
            _ => "taken",
        }
    }

    #[test]
    fn a_page_is_drawn_and_its_words_are_read() {
        let found = look_into(letter("", &[]), 1000).unwrap();
        assert_eq!((found.pages, found.script), (1, false));
        assert_eq!(found.words.trim(), "Dear Zo\u{eb},\nwe met today.");
        let page = draw(letter("", &[]), 1, 400).unwrap();
        assert_eq!((page.media, page.width, page.height), ("image/png", 400, 400));
        let image = image::load_from_memory(&page.bytes).unwrap();
        assert_eq!(image.get_pixel(100, 350).0, [255, 0, 0, 255], "the red below");
        assert_eq!(image.get_pixel(350, 20).0, [255; 4], "and paper");
        assert!(matches!(draw(letter("", &[]), 2, 400), Err(AppFault::NotFound { what: "page" })));
        assert!(matches!(draw(letter("", &[]), 0, 400), Err(AppFault::NotFound { what: "page" })));
    }

    #[rstest]
    #[case("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    #[case("/OpenAction 6 0 R")]
    #[case("/AA << /WC << /S /J#61vaScript /JS (app.alert(1)) >> >>")]
    fn a_script_is_told_of_and_never_run(#[case] more: &str) {
        let letter = letter(more, &["<< /S /JavaScript /JS (app.alert(1)) >>"]);
        let found = look_into(letter.clone(), 1000).unwrap();
        assert!(found.script);
        assert_eq!(draw(letter, 1, 200).unwrap().width, 200);
    }

    #[rstest]
    #[case("/OpenAction << /S /Launch /F (calc.exe) >>")]
    #[case("/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 6 0 R >> >>] >> >>")]
    #[case("/OpenAction << /S /#4caunch /F (calc.exe) >>")]
    fn a_pdf_that_carries_another_file_or_starts_a_program_is_refused(#[case] more: &str) {
        assert_eq!(why(&letter(more, &[])), "carries");
    }

    #[test]
    fn a_pdf_that_cannot_be_read_is_refused() {
        let empty = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"];
        assert_eq!(why(&pdf(&empty.map(str::to_owned))), "damaged", "no page");
        assert_eq!(why(b"%PDF-1.7 and no more"), "damaged");
        let whole = letter("", &[]);
        for share in [5, 15, 20] {
            assert_eq!(why(&whole[..whole.len() * share / 100]), "damaged", "{share} %");
        }
    }

    #[test]
    fn a_page_of_any_shape_is_drawn_within_bounds() {
        for shape in ["0 0 14400 1", "0 0 1 14400", "0 0 0.001 14400", "0 0 1e9 1e9", "0 0 0 0", "0 0 -200 200"] {
            let text = String::from_utf8(letter("", &[]).iter().map(|byte| byte & 0x7f).collect()).unwrap();
            let file = text.replace("0 0 200 200", shape).into_bytes();
            if let Ok(page) = draw(file, 1, 3000) {
                assert!(u64::from(page.width) * u64::from(page.height) <= 17_000_000, "{shape}");
            }
        }
    }
}
