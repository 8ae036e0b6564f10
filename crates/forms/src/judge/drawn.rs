use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::attached::words;
use crate::{answers::is_blank, definition::BODY_PARTS, problem::ProblemCode};

const MOST_STROKES: usize = 200;
const MOST_POINTS: usize = 20_000;
const MOST_MARKS: u32 = 100;
/// The far edge of a drawing, whatever its size on the screen.
const EDGE: f64 = 1_000.0;

/// Lines, words, or both: a drawing that only words tell is one too.
pub(super) fn drawing(value: &Value) -> Result<Value, ProblemCode> {
    let strokes = strokes(value.as_object().ok_or(ProblemCode::NotUnderstood)?.get("strokes"))?;
    let mut filed = Map::new();
    let says = words(value, "says");
    if strokes.is_empty() && says.is_none() {
        return Err(ProblemCode::NotUnderstood);
    }
    filed.insert("strokes".to_owned(), json!(strokes));
    if let Some(says) = says {
        filed.insert("says".to_owned(), json!(says));
    }
    Ok(Value::Object(filed))
}

pub(super) fn signature(value: &Value) -> Result<Value, ProblemCode> {
    let strokes = strokes(value.as_object().ok_or(ProblemCode::NotUnderstood)?.get("strokes"))?;
    let name = words(value, "name").ok_or(ProblemCode::SignatureWithoutName)?;
    if strokes.is_empty() { Ok(json!({ "name": name })) } else { Ok(json!({ "name": name, "strokes": strokes })) }
}

type Stroke = Vec<[u32; 2]>;

/// Lines with something in them, each point rounded to the grid.
fn strokes(value: Option<&Value>) -> Result<Vec<Stroke>, ProblemCode> {
    let all = match value {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(value) => value.as_array().ok_or(ProblemCode::NotUnderstood)?,
    };
    if all.len() > MOST_STROKES {
        return Err(ProblemCode::DrawingTooLarge);
    }
    let mut points = 0;
    let mut strokes = Vec::new();
    for stroke in all {
        let stroke = stroke.as_array().ok_or(ProblemCode::NotUnderstood)?;
        points += stroke.len();
        if points > MOST_POINTS {
            return Err(ProblemCode::DrawingTooLarge);
        }
        let stroke = stroke.iter().map(point).collect::<Result<Stroke, _>>()?;
        if !stroke.is_empty() {
            strokes.push(stroke);
        }
    }
    Ok(strokes)
}

fn point(value: &Value) -> Result<[u32; 2], ProblemCode> {
    match value.as_array().map(Vec::as_slice) {
        Some([x, y]) => Ok([place(x)?, place(y)?]),
        _ => Err(ProblemCode::NotUnderstood),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the edge")]
fn place(value: &Value) -> Result<u32, ProblemCode> {
    let place = value.as_f64().ok_or(ProblemCode::NotUnderstood)?;
    if (0.0..=EDGE).contains(&place) { Ok(place.round() as u32) } else { Err(ProblemCode::NotUnderstood) }
}

/// Each mark says where and what: a cross alone tells nobody anything a year later.
pub(super) fn body_map(value: &Value) -> Result<Value, ProblemCode> {
    let object = value.as_object().ok_or(ProblemCode::NotUnderstood)?;
    let all = object.get("marks").and_then(Value::as_array).ok_or(ProblemCode::NotUnderstood)?;
    let all: Vec<&Value> = all.iter().filter(|mark| !is_blank(mark)).collect();
    if all.is_empty() {
        return Err(ProblemCode::NotUnderstood);
    }
    if all.len() > MOST_MARKS as usize {
        return Err(ProblemCode::TooManyItems { max: MOST_MARKS });
    }
    let mut ids = HashSet::new();
    let mut marks = Vec::with_capacity(all.len());
    for mark in all {
        let id = words(mark, "id").filter(|id| ids.insert(*id)).ok_or(ProblemCode::NotUnderstood)?;
        let part = words(mark, "part").filter(|part| BODY_PARTS.iter().any(|(known, _)| known == part));
        let part = part.ok_or(ProblemCode::NotUnderstood)?;
        let note = words(mark, "note").ok_or(ProblemCode::MarkWithoutNote)?;
        let mut filed = json!({ "id": id, "part": part, "note": note });
        match (mark.get("x").filter(|x| !x.is_null()), mark.get("y").filter(|y| !y.is_null())) {
            (None, None) => {}
            (Some(x), Some(y)) => {
                filed["x"] = json!(place(x)?);
                filed["y"] = json!(place(y)?);
            }
            _ => return Err(ProblemCode::NotUnderstood),
        }
        marks.push(filed);
    }
    Ok(json!({ "marks": marks }))
}
