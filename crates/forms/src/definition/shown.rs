use serde::{Deserialize, Serialize};

/// What is worked out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "work_out", rename_all = "snake_case", deny_unknown_fields)]
pub enum Calculation {
    /// Age in whole years at a date, of each child (inside `each_child`) or by a date-of-birth question.
    AgeAt {
        /// Date question of birth; none inside `each_child`: the child's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        born: Option<String>,
        /// Date question; none: the day of the event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
    /// Whole days from one date to another; below zero when the second comes first.
    DaysBetween {
        /// Date question.
        from: String,
        /// Date question.
        to: String,
    },
    /// Whole days from a date to today.
    DaysSince {
        /// Date question.
        from: String,
    },
    /// Whole hours, with decimals to one place, between two moments.
    HoursBetween {
        /// Date question, and its time question.
        from: [String; 2],
        /// Date question, and its time question.
        to: [String; 2],
    },
    /// The sum of numbers, scales and ratings; those not answered count nothing.
    Sum {
        /// Questions.
        of: Vec<String>,
    },
}

/// A picture in a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// `image/png` or `image/jpeg`.
    pub media: String,
    /// The picture, base64; 256 KiB at most before encoding. Empty: the picture could not be had.
    pub data: String,
    /// What it shows, in words.
    pub alt: String,
}

/// The places of a body map, in the order offered.
pub const BODY_PARTS: &[(&str, &str)] = &[
    ("head_front", "Head, front"),
    ("head_back", "Head, back"),
    ("face", "Face"),
    ("ear_left", "Left ear"),
    ("ear_right", "Right ear"),
    ("neck", "Neck"),
    ("chest", "Chest"),
    ("abdomen", "Abdomen"),
    ("back_upper", "Upper back"),
    ("back_lower", "Lower back"),
    ("buttocks", "Buttocks"),
    ("genital_area", "Genital area"),
    ("shoulder_left", "Left shoulder"),
    ("shoulder_right", "Right shoulder"),
    ("arm_left", "Left arm"),
    ("arm_right", "Right arm"),
    ("hand_left", "Left hand"),
    ("hand_right", "Right hand"),
    ("leg_left", "Left leg"),
    ("leg_right", "Right leg"),
    ("foot_left", "Left foot"),
    ("foot_right", "Right foot"),
];
