//! The part of XPath that XLSForm is written in, as far as a form here can follow it.

/// A longer expression is listed, not read.
const LONGEST: usize = 4_000;
/// Parentheses and calls inside one another.
const DEEPEST: u32 = 50;

/// An expression that could be read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expression {
    /// At least one.
    Or(Vec<Expression>),
    /// Every one.
    And(Vec<Expression>),
    /// One side compared with the other.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// Added up.
    Sum(Vec<Expression>),
    /// `selected(…)`, `not(…)` and so on, by name.
    Call(String, Vec<Expression>),
    /// `${name}`.
    Question(String),
    /// `.`, the answer itself.
    This,
    /// In quotes.
    Text(String),
    /// As it is written, which is also how a choice may be named.
    Number(String),
}

/// How two sides are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Comparison {
    /// The same with the sides exchanged.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::Less => Self::More,
            Self::AtMost => Self::AtLeast,
            Self::More => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Open,
    Close,
    Comma,
    Plus,
    Compare(Comparison),
    Question(String),
    This,
    Text(String),
    Number(String),
    Word(String),
}

/// Reads an expression; none if any part of it is beyond these rules.
pub(crate) fn parse(text: &str) -> Option<Expression> {
    if text.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { tokens: tokens(text)?, next: 0, depth: 0 };
    let read = reader.either()?;
    (reader.next == reader.tokens.len()).then_some(read)
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    // Spreadsheets curl quotes as people type.
    let text = text.replace(['‘', '’'], "'").replace(['“', '”'], "\"");
    let mut rest = text.trim_start();
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (token, length) = token(first, rest)?;
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

/// The token that some text begins with, and its length in bytes.
fn token(first: char, rest: &str) -> Option<(Token, usize)> {
    let signs = [
        ("!=", Token::Compare(Comparison::IsNot)),
        ("<=", Token::Compare(Comparison::AtMost)),
        (">=", Token::Compare(Comparison::AtLeast)),
        ("=", Token::Compare(Comparison::Is)),
        ("<", Token::Compare(Comparison::Less)),
        (">", Token::Compare(Comparison::More)),
        ("(", Token::Open),
        (")", Token::Close),
        (",", Token::Comma),
        ("+", Token::Plus),
    ];
    if let Some((sign, token)) = signs.into_iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Some((token, sign.len()));
    }
    if let Some(name) = rest.strip_prefix("${") {
        let end = name.find('}')?;
        return Some((Token::Question(name[..end].trim().to_owned()), end + 3));
    }
    if first == '\'' || first == '"' {
        let end = rest[1..].find(first)?;
        return Some((Token::Text(rest[1..=end].to_owned()), end + 2));
    }
    let number = rest.strip_prefix('-').unwrap_or(rest);
    let digits = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
    if number[..digits].contains(|c: char| c.is_ascii_digit()) {
        let length = digits + (rest.len() - number.len());
        rest[..length].parse::<f64>().ok()?;
        return Some((Token::Number(rest[..length].to_owned()), length));
    }
    if first == '.' && digits == 1 {
        return Some((Token::This, 1));
    }
    let word = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':')).unwrap_or(rest.len());
    (word > 0 && first.is_ascii_alphabetic()).then(|| (Token::Word(rest[..word].to_owned()), word))
}

struct Reader {
    tokens: Vec<Token>,
    next: usize,
    depth: u32,
}

impl Reader {
    fn eat(&mut self, wanted: &Token) -> bool {
        let there = self.tokens.get(self.next) == Some(wanted);
        self.next += usize::from(there);
        there
    }

    fn eat_word(&mut self, wanted: &str) -> bool {
        self.eat(&Token::Word(wanted.to_owned()))
    }

    fn either(&mut self) -> Option<Expression> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut parts = vec![self.both()?];
        while self.eat_word("or") {
            parts.push(self.both()?);
        }
        self.depth -= 1;
        one_or(parts, Expression::Or)
    }

    fn both(&mut self) -> Option<Expression> {
        let mut parts = vec![self.compared()?];
        while self.eat_word("and") {
            parts.push(self.compared()?);
        }
        one_or(parts, Expression::And)
    }

    fn compared(&mut self) -> Option<Expression> {
        let left = self.added()?;
        let Some(Token::Compare(how)) = self.tokens.get(self.next) else { return Some(left) };
        let how = *how;
        self.next += 1;
        Some(Expression::Compare(how, Box::new(left), Box::new(self.added()?)))
    }

    fn added(&mut self) -> Option<Expression> {
        let mut parts = vec![self.single()?];
        while self.eat(&Token::Plus) {
            parts.push(self.single()?);
        }
        one_or(parts, Expression::Sum)
    }

    fn single(&mut self) -> Option<Expression> {
        let token = self.tokens.get(self.next)?.clone();
        self.next += 1;
        match token {
            Token::Question(name) => Some(Expression::Question(name)),
            Token::This => Some(Expression::This),
            Token::Text(text) => Some(Expression::Text(text)),
            Token::Number(number) => Some(Expression::Number(number)),
            Token::Open => {
                let inside = self.either()?;
                self.eat(&Token::Close).then_some(inside)
            }
            Token::Word(name) if self.eat(&Token::Open) => self.call(name),
            _ => None,
        }
    }

    /// The rest of a call, its opening parenthesis being read.
    fn call(&mut self, name: String) -> Option<Expression> {
        let mut arguments = Vec::new();
        if self.eat(&Token::Close) {
            return Some(Expression::Call(name, arguments));
        }
        loop {
            arguments.push(self.either()?);
            if self.eat(&Token::Close) {
                return Some(Expression::Call(name, arguments));
            }
            if !self.eat(&Token::Comma) {
                return None;
            }
        }
    }
}

/// One part stands for itself.
fn one_or(mut parts: Vec<Expression>, join: impl Fn(Vec<Expression>) -> Expression) -> Option<Expression> {
    if parts.len() == 1 { parts.pop() } else { Some(join(parts)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(name: &str) -> Expression {
        Expression::Question(name.to_owned())
    }

    #[test]
    fn and_binds_more_than_or() {
        let Some(Expression::Or(parts)) = parse("${a} = 1 or ${b} = 2 and ${c} = 3") else {
            panic!("an or at the top");
        };
        assert_eq!(parts.len(), 2);
        assert!(matches!(&parts[1], Expression::And(both) if both.len() == 2));
    }

    #[test]
    fn calls_dots_quotes_and_numbers_are_read() {
        assert_eq!(
            parse("selected(${risk}, ‘high’)"),
            Some(Expression::Call("selected".into(), vec![question("risk"), Expression::Text("high".into())]))
        );
        assert_eq!(
            parse(".>=-0.5"),
            Some(Expression::Compare(
                Comparison::AtLeast,
                Box::new(Expression::This),
                Box::new(Expression::Number("-0.5".into()))
            ))
        );
        assert!(parse("string-length(.) <= 20").is_some());
        assert!(parse("regex(., '^[A-Z]{2}$')").is_some());
        assert_eq!(parse("${a} + ${b}"), Some(Expression::Sum(vec![question("a"), question("b")])));
    }

    #[test]
    fn what_is_beyond_the_rules_is_not_half_read() {
        for text in ["${a} div 2", "${a} = ", "(${a} = 1", "/data/a = 1", "'open", "${a", "a b", "", "1 = 1 = 1"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn depth_and_length_are_bounded() {
        let deep = |n: usize| format!("{}1=1{}", "(".repeat(n), ")".repeat(n));
        assert!(parse(&deep(40)).is_some());
        assert_eq!(parse(&deep(60)), None);
        assert_eq!(parse(&"not(".repeat(900)), None);
        assert_eq!(parse(&"1=1 or ".repeat(1_000)), None);
        assert!(parse(&format!("{}1=1", "1=1 or ".repeat(500))).is_some());
    }
}
