//! What a child, a colleague or an answer is in a log: the name of its type, and nothing of it.

/// Gives types a `Debug` that shows their names and nothing that is in them: names and answers go
/// into no log, also where somebody prints a whole value while looking for a fault.
#[macro_export]
macro_rules! named_only {
    ($($name:ident),* $(,)?) => {$(
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )*};
}

#[cfg(test)]
mod tests {
    struct Child {
        _name: &'static str,
    }

    named_only!(Child);

    #[test]
    fn only_the_name_of_the_type_shows() {
        assert_eq!(format!("{:?}", Some(Child { _name: "Zoë Example" })), "Some(Child(..))");
    }
}
