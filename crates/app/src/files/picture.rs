//! Pictures, written anew: what a camera says of itself and of the place stays behind, and what
//! hides behind the last pixel too.

use std::{io::Cursor, time::Duration};

use image::{
    ColorType, DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
    },
};

use super::bounded::bounded;
use crate::AppFault;

/// Most pixels of a picture: a phone takes 50 million.
const MOST_PIXELS: u64 = 51_000_000;
/// Longest side.
const MOST_SIDE: u32 = 20_000;
/// Bytes that a picture may fill when it is unpacked.
const MOST_UNPACKED: u64 = 256 << 20;
/// How long a picture may take.
const MOST_TIME: Duration = Duration::from_secs(30);
/// A colour profile is a few kibibytes; in a larger one anything may stand.
const MOST_PROFILE: usize = 64 << 10;
/// A bruise must look the same after it: the first that is not larger than what came.
const QUALITIES: [u8; 3] = [92, 87, 82];

/// A picture as it is kept or shown.
pub(crate) struct Picture {
    /// `image/png` or `image/jpeg`.
    pub media: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A picture without what its camera says; turned as the camera was held.
///
/// # Errors
/// [`AppFault::FileRefused`]: `pixels`, `damaged`, `slow`.
pub(crate) fn written_anew(bytes: &[u8]) -> Result<Picture, AppFault> {
    let bytes = bytes.to_vec();
    bounded(MOST_TIME, move || {
        let unpacked = unpack(&bytes)?;
        unpacked.pack(bytes.len())
    })
}

/// A picture no wider than that many pixels.
///
/// # Errors
/// As [`written_anew`].
pub(crate) fn no_wider(bytes: Vec<u8>, width: u32) -> Result<Picture, AppFault> {
    bounded(MOST_TIME, move || {
        let mut unpacked = unpack(&bytes)?;
        if unpacked.image.width() > width {
            let height = u64::from(unpacked.image.height()) * u64::from(width) / u64::from(unpacked.image.width());
            let height = u32::try_from(height.max(1)).unwrap_or(MOST_SIDE);
            unpacked.image = unpacked.image.thumbnail_exact(width, height);
        }
        unpacked.pack(usize::MAX)
    })
}

/// A page that was drawn: opaque, three bytes a pixel.
///
/// # Errors
/// [`AppFault::Internal`] when the bytes are not those of that many pixels.
pub(crate) fn of_pixels(width: u32, height: u32, rgb: Vec<u8>) -> Result<Picture, AppFault> {
    let fault = AppFault::Internal("a drawn page has another size");
    let image = image::RgbImage::from_raw(width, height, rgb).map(DynamicImage::ImageRgb8).ok_or(fault)?;
    Unpacked { image, lossy: false, profile: None }.pack(usize::MAX)
}

/// A picture in memory.
struct Unpacked {
    image: DynamicImage,
    lossy: bool,
    profile: Option<Vec<u8>>,
}

fn unpack(bytes: &[u8]) -> Result<Unpacked, AppFault> {
    let refuse = |why| AppFault::FileRefused { why };
    let damaged = |_| refuse("damaged");
    let format = image::guess_format(bytes).map_err(damaged)?;
    if format == ImageFormat::Jpeg && !ends(bytes) {
        return Err(refuse("damaged"));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_UNPACKED);
    reader.limits(limits);
    // The header alone is read up to here: what is too large is never unpacked.
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => refuse("pixels"),
        _ => refuse("damaged"),
    })?;
    let (width, height) = decoder.dimensions();
    let too_many = u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_UNPACKED;
    if too_many || width > MOST_SIDE || height > MOST_SIDE {
        return Err(refuse("pixels"));
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| of_screens(profile));
    let lossy = match format {
        ImageFormat::Jpeg => true,
        ImageFormat::WebP => !decoder.color_type().has_alpha(),
        _ => false,
    };
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        image::ImageError::Limits(_) => refuse("pixels"),
        _ => refuse("damaged"),
    })?;
    image.apply_orientation(orientation);
    Ok(Unpacked { image, lossy, profile })
}

/// A JPEG that was cut short has no end; the reader would fill the rest with grey.
fn ends(bytes: &[u8]) -> bool {
    let scan = bytes.windows(2).position(|pair| pair == b"\xff\xda");
    scan.is_some_and(|from| bytes[from..].windows(2).any(|pair| pair == b"\xff\xd9"))
}

/// A profile of three colours, as screens and cameras have.
fn of_screens(profile: &[u8]) -> bool {
    profile.len() <= MOST_PROFILE && profile.get(16..20) == Some(b"RGB ")
}

impl Unpacked {
    /// Writes it, no larger than so many bytes where the quality can be lowered for it.
    fn pack(self, at_most: usize) -> Result<Picture, AppFault> {
        let Self { image, lossy, profile } = self;
        let fault = |_| AppFault::FileRefused { why: "damaged" };
        let (width, height) = (image.width(), image.height());
        let mut bytes = Vec::new();
        if lossy {
            let image = match image.color() {
                ColorType::L8 | ColorType::L16 => DynamicImage::ImageLuma8(image.into_luma8()),
                _ => DynamicImage::ImageRgb8(image.into_rgb8()),
            };
            for quality in QUALITIES {
                bytes.clear();
                let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
                if let (Some(profile), DynamicImage::ImageRgb8(_)) = (&profile, &image) {
                    // A profile that cannot be written is left out: the colours are those of sRGB.
                    drop(encoder.set_icc_profile(profile.clone()));
                }
                image.write_with_encoder(encoder).map_err(fault)?;
                if bytes.len() <= at_most {
                    break;
                }
            }
            return Ok(Picture { media: "image/jpeg", bytes, width, height });
        }
        let mut encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Adaptive);
        if let (Some(profile), true) = (profile, image.color().has_color()) {
            drop(encoder.set_icc_profile(profile));
        }
        image.write_with_encoder(encoder).map_err(fault)?;
        Ok(Picture { media: "image/png", bytes, width, height })
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
    use rstest::rstest;

    use super::{no_wider, written_anew};
    use crate::AppFault;

    /// Red on the left, blue on the right.
    fn halves(width: u32, height: u32) -> DynamicImage {
        let colour = |x, _| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, colour))
    }

    fn as_format(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// What a phone writes: how it was held, and where.
    fn with_camera_data(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
        exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
        exif.extend([0; 4]);
        exif.extend(b"GPSLatitude 51.5450 N");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
    }

    fn why(bytes: &[u8]) -> &'static str {
        match written_anew(bytes) {
            Err(AppFault::FileRefused { why }) => why,
            _ => "taken",
        }
    }

    #[test]
    fn a_photograph_is_turned_as_it_was_held_and_says_nothing_of_the_place() {
        let came = with_camera_data(&as_format(&halves(64, 32), ImageFormat::Jpeg), 6);
        let kept = written_anew(&came).unwrap();
        assert_eq!((kept.media, kept.width, kept.height), ("image/jpeg", 32, 64));
        assert!(!kept.bytes.windows(4).any(|part| part == b"Exif" || part == b"GPSL"));
        let image = image::load_from_memory(&kept.bytes).unwrap();
        assert!(image.get_pixel(16, 8).0[0] > 200, "what was left is now on top");
        assert!(image.get_pixel(16, 56).0[2] > 200);
    }

    #[rstest]
    #[case(ImageFormat::Png, "image/png")]
    #[case(ImageFormat::Jpeg, "image/jpeg")]
    #[case(ImageFormat::Gif, "image/png")]
    #[case(ImageFormat::WebP, "image/jpeg")]
    fn a_picture_keeps_its_format_or_gets_one_of_the_two(#[case] came: ImageFormat, #[case] media: &str) {
        let mut bytes = as_format(&halves(40, 20), came);
        // What hides behind the last pixel does not come along.
        bytes.extend(b"MZ a program");
        let kept = written_anew(&bytes).unwrap();
        assert_eq!((kept.media, kept.width, kept.height), (media, 40, 20));
        assert!(!kept.bytes.windows(4).any(|part| part == b"MZ a"));
    }

    #[test]
    fn a_picture_that_is_too_large_is_refused_by_its_header() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend(30_000_u32.to_be_bytes());
        png.extend(30_000_u32.to_be_bytes());
        png.extend([8, 6, 0, 0, 0]);
        let crc = png[12..].iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
        });
        png.extend((!crc).to_be_bytes());
        png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
        assert_eq!(why(&png), "pixels");
        let mut square = png.clone();
        square[16..24].copy_from_slice(&[0, 0, 39, 16, 0, 0, 39, 16]);
        assert_ne!(why(&square), "taken", "ten thousand by ten thousand neither");
    }

    #[test]
    fn a_picture_cut_short_is_refused() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let whole = as_format(&halves(400, 300), format);
            for share in [10, 50, 90] {
                assert_eq!(why(&whole[..whole.len() * share / 100]), "damaged", "{format:?} {share} %");
            }
        }
        assert_eq!(why(b"\xff\xd8\xff\xe0 no picture"), "damaged");
    }

    #[test]
    fn a_picture_is_made_narrower_and_never_wider() {
        let png = as_format(&halves(400, 100), ImageFormat::Png);
        let small = no_wider(png.clone(), 200).unwrap();
        assert_eq!((small.width, small.height), (200, 50));
        assert_eq!(no_wider(png, 3000).unwrap().width, 400);
    }
}
