use serde_json::{Value, json};

use crate::{
    definition::NumberRules,
    problem::ProblemCode,
    typed::{self, as_float},
};

pub(super) fn number(value: &Value, rules: &NumberRules) -> Result<Value, ProblemCode> {
    let number = typed::number(value)?;
    if rules.whole && !number.is_i64() {
        return Err(ProblemCode::NotWhole);
    }
    let is_below = |limit: i64| match number.as_i64() {
        Some(whole) => whole < limit,
        None => number.as_f64().is_some_and(|x| x < as_float(limit)),
    };
    let is_above = |limit: i64| match number.as_i64() {
        Some(whole) => whole > limit,
        None => number.as_f64().is_some_and(|x| x > as_float(limit)),
    };
    match (rules.min, rules.max) {
        (Some(min), _) if is_below(min) => Err(ProblemCode::NumberBelow { min }),
        (_, Some(max)) if is_above(max) => Err(ProblemCode::NumberAbove { max }),
        _ => Ok(Value::Number(number)),
    }
}

/// One level of a scale or a rating.
pub(super) fn level(value: &Value, low: u32, high: u32) -> Result<Value, ProblemCode> {
    let level = typed::number(value)?.as_i64().ok_or(ProblemCode::NotWhole)?;
    if level < i64::from(low) {
        return Err(ProblemCode::NumberBelow { min: low.into() });
    }
    if level > i64::from(high) {
        return Err(ProblemCode::NumberAbove { max: high.into() });
    }
    Ok(json!(level))
}
