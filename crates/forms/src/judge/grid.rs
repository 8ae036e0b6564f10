use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::{
    answers::is_blank,
    definition::{Grid, GridPart},
    problem::ProblemCode,
};

/// One column a row.
pub(super) fn choice_grid(value: &Value, grid: &Grid, must: bool) -> Result<Value, ProblemCode> {
    by_row(value, grid, must, |cell| {
        let id = cell.as_str().ok_or(ProblemCode::NotUnderstood)?;
        let column = grid.columns.iter().find(|column| column.id == id).ok_or(ProblemCode::UnknownChoice)?;
        Ok((json!(id), vec![column]))
    })
}

/// Any columns a row.
pub(super) fn tick_grid(value: &Value, grid: &Grid, must: bool) -> Result<Value, ProblemCode> {
    by_row(value, grid, must, |cell| {
        let ids = cell.as_array().ok_or(ProblemCode::NotUnderstood)?;
        let ids: HashSet<&str> =
            ids.iter().map(|id| id.as_str().ok_or(ProblemCode::NotUnderstood)).collect::<Result<_, _>>()?;
        let columns: Vec<&GridPart> = grid.columns.iter().filter(|column| ids.contains(column.id.as_str())).collect();
        if columns.len() < ids.len() {
            return Err(ProblemCode::UnknownChoice);
        }
        let ordered: Vec<&String> = columns.iter().map(|column| &column.id).collect();
        Ok((json!(ordered), columns))
    })
}

type Cell<'g> = (Value, Vec<&'g GridPart>);

fn by_row<'g>(
    value: &Value,
    grid: &'g Grid,
    must: bool,
    read: impl Fn(&Value) -> Result<Cell<'g>, ProblemCode>,
) -> Result<Value, ProblemCode> {
    let cells = value.as_object().ok_or(ProblemCode::NotUnderstood)?;
    let rows: HashSet<&str> = grid.rows.iter().map(|row| row.id.as_str()).collect();
    if cells.iter().any(|(row, cell)| !is_blank(cell) && !rows.contains(row.as_str())) {
        return Err(ProblemCode::UnknownChoice);
    }
    let mut filed = Map::new();
    let mut used = HashSet::new();
    for row in &grid.rows {
        let Some(cell) = cells.get(&row.id).filter(|cell| !is_blank(cell)) else {
            if must && grid.each_row {
                return Err(ProblemCode::RowMissing { row: row.label.clone() });
            }
            continue;
        };
        let (kept, columns) = read(cell)?;
        for column in columns {
            if grid.column_once && !used.insert(&column.id) {
                return Err(ProblemCode::ColumnTwice { column: column.label.clone() });
            }
        }
        filed.insert(row.id.clone(), kept);
    }
    Ok(Value::Object(filed))
}
