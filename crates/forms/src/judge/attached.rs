use serde_json::{Value, json};

use crate::{definition::UploadRules, problem::ProblemCode};

/// What `key` holds, trimmed, if it is a text and not blank.
pub(super) fn words<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

pub(super) fn person(value: &Value) -> Result<Value, ProblemCode> {
    match (words(value, "person"), words(value, "name")) {
        (Some(id), Some(name)) => Ok(json!({ "person": id, "name": name })),
        (Some(id), None) => Ok(json!({ "person": id })),
        (None, Some(name)) => Ok(json!({ "name": name })),
        (None, None) => Err(ProblemCode::NotUnderstood),
    }
}

/// Their number, size and shape. What is in them is looked at where the bytes are.
pub(super) fn files(value: &Value, rules: &UploadRules) -> Result<Value, ProblemCode> {
    let all = value.as_array().ok_or(ProblemCode::NotUnderstood)?;
    let files = all.iter().map(|one| file(one, rules)).collect::<Result<Vec<_>, _>>()?;
    if files.len() > rules.max_files as usize {
        return Err(ProblemCode::TooManyFiles { max: rules.max_files });
    }
    Ok(Value::Array(files))
}

fn file(value: &Value, rules: &UploadRules) -> Result<Value, ProblemCode> {
    let is_hash =
        |blob: &&str| blob.len() == 64 && blob.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let blob = words(value, "blob").filter(is_hash).ok_or(ProblemCode::NotUnderstood)?;
    let name = words(value, "name").ok_or(ProblemCode::NotUnderstood)?;
    let media = words(value, "media").ok_or(ProblemCode::NotUnderstood)?;
    let size = value.get("size").and_then(Value::as_u64).ok_or(ProblemCode::NotUnderstood)?;
    if size > u64::from(rules.max_mib) << 20 {
        return Err(ProblemCode::FileTooLarge { max: rules.max_mib });
    }
    Ok(json!({ "blob": blob, "name": name, "size": size, "media": media }))
}
