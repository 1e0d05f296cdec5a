//! The address of the application as a QR code, for whoever reads about it on another screen.

use qrcode::{QrCode, render::svg};

/// Smallest side of the drawing, in pixels.
const SIDE: u32 = 168;

/// An address as a drawing: attributes alone, as the policy wants; empty for one that is too long to be drawn.
pub(super) fn drawn(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else {
        return String::new();
    };
    let drawing = code
        .render::<svg::Color<'_>>()
        .min_dimensions(SIDE, SIDE)
        .quiet_zone(true)
        .build();
    // The drawing begins with an XML declaration, which has no place inside a page.
    drawing
        .split_once("?>")
        .map_or(drawing.clone(), |(_, svg)| svg.to_owned())
}
