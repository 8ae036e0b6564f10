-- Facts that were withdrawn, for the history of a file: they stand on no file any more. No view changes
-- by it; an older Holdfast may open the casebook still.
CREATE INDEX fact_version_withdrawn ON fact_version (fact) WHERE withdrawn = 1;
