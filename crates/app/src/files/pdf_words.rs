//! The words of a page of a PDF, in the order in which it draws them: for searching, and for those
//! who cannot see the page.

use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
        InterpreterSettings, SoftMask,
        font::{Glyph, GlyphRun},
        hayro_cmap::BfString,
        interpret_page,
    },
    hayro_syntax::page::Page,
    kurbo::{Affine, BezPath, Point, Rect},
};

/// The words of a page, so many bytes at most and a little.
pub(super) fn words_of<'a>(page: &'a Page<'a>, most: usize) -> String {
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = Affine::new(page.initial_transform(false).as_coeffs());
    let mut context = Context::new(transform, whole, &cache, page.xref(), InterpreterSettings::default());
    let mut gathering = Gathering { text: String::new(), last: None, most };
    interpret_page(page, &mut context, &mut gathering);
    gathering.text
}

/// Letters as they come, with the place where the last one stood.
struct Gathering {
    text: String,
    last: Option<Placed>,
    most: usize,
}

/// Where a letter stands, and how large it is.
#[derive(Clone, Copy)]
struct Placed {
    at: Point,
    end: Point,
    size: f64,
}

impl Gathering {
    /// A letter further down begins a line; one at a distance begins a word.
    fn letter(&mut self, placed: Placed, letter: &str) {
        if let Some(last) = self.last {
            let size = placed.size.max(last.size).max(1.0);
            let (right, down) = (placed.at.x - last.end.x, (placed.at.y - last.at.y).abs());
            if down > size * 0.6 {
                self.gap('\n');
            } else if right > size * 0.2 || right < -size {
                self.gap(' ');
            }
        }
        self.text.push_str(letter);
        self.last = Some(placed);
    }

    fn gap(&mut self, gap: char) {
        if !self.text.ends_with(char::is_whitespace) {
            self.text.push(gap);
        }
    }
}

impl<'a> Device<'a> for Gathering {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.text.len() >= self.most {
                return;
            }
            let Some(letter) = glyph.as_unicode() else { continue };
            let transform = props.transform * glyph.transform();
            let size = transform.determinant().abs().sqrt() * UNITS;
            // How far a letter without a known width goes is a guess.
            let advance = match &**glyph {
                Glyph::Outline(letter) => letter.advance_width(),
                Glyph::Type3(letter) => letter.advance_width(),
            };
            let end = transform * Point::new(advance.map_or(UNITS / 2.0, f64::from), 0.0);
            let placed = Placed { at: transform * Point::ZERO, end, size };
            match letter {
                BfString::Char(letter) => self.letter(placed, letter.encode_utf8(&mut [0; 4])),
                BfString::String(letters) => self.letter(placed, &letters),
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Letters are drawn in thousandths of their size.
const UNITS: f64 = 1000.0;
