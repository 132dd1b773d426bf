//! Reading. Numbers stay text until somebody asks for a whole one.

/// How deep lists and objects may lie in each other. What Heard writes lies four deep.
pub(super) const DEEPEST: usize = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object, its fields in the order of writing. Of fields with one name the last counts.
    Object(Vec<(String, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// Reads a whole document; nothing, if it is no JSON or lies too deep.
    pub fn read(text: &'a str) -> Option<Self> {
        let mut reader = Reader::of(text);
        let value = reader.value(0)?;
        reader.is_done().then_some(value)
    }

    /// The field of an object.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The text of a text.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A whole number that fits; a number with a fraction or an exponent is none.
    pub fn whole<T: std::str::FromStr>(&self) -> Option<T> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    /// Whether it is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What was read since a place.
    pub(super) fn since(&self, from: usize) -> &'a str {
        &self.text[from..self.at]
    }

    /// The place that comes next, space left aside.
    pub(super) fn place(&mut self) -> usize {
        self.skip_space();
        self.at
    }

    /// Whether nothing but space comes any more.
    pub(super) fn is_done(&mut self) -> bool {
        self.place() == self.text.len()
    }

    /// The name of a field and the colon behind it.
    pub(super) fn name(&mut self) -> Option<String> {
        let name = self.string()?;
        self.skip_space();
        self.take(b':')?;
        Some(name)
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes a byte, if it is the one that comes.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn take_while(&mut self, fits: impl Fn(u8) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
        self.at - from
    }

    fn skip_space(&mut self) {
        self.take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    pub(super) fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        if depth > DEEPEST {
            return None;
        }
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Json::Text),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        self.text[self.at..].starts_with(word).then(|| self.at += word.len())?;
        Some(value)
    }

    fn object(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut fields = Vec::new();
        self.items(b'{', b'}', |reader| {
            let name = reader.name()?;
            fields.push((name, reader.value(depth + 1)?));
            Some(())
        })?;
        Some(Json::Object(fields))
    }

    fn list(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut list = Vec::new();
        self.items(b'[', b']', |reader| {
            list.push(reader.value(depth + 1)?);
            Some(())
        })?;
        Some(Json::List(list))
    }

    pub(super) fn items(
        &mut self,
        open: u8,
        close: u8,
        mut item: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        self.skip_space();
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            self.skip_space();
            item(self)?;
            self.skip_space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(b',')?;
        }
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let from = self.at;
        let digit = |byte: u8| byte.is_ascii_digit();
        let _ = self.take(b'-');
        let leading_zero = self.peek() == Some(b'0');
        let digits = self.take_while(digit);
        let mut fits = digits > 0 && (digits == 1 || !leading_zero);
        if self.take(b'.').is_some() {
            fits &= self.take_while(digit) > 0;
        }
        if self.take(b'e').or_else(|| self.take(b'E')).is_some() {
            let _ = self.take(b'+').or_else(|| self.take(b'-'));
            fits &= self.take_while(digit) > 0;
        }
        fits.then(|| Json::Number(&self.text[from..self.at]))
    }

    pub(super) fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = String::new();
        loop {
            let from = self.at;
            self.take_while(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            text.push_str(&self.text[from..self.at]);
            if self.take(b'"').is_some() {
                return Some(text);
            }
            self.take(b'\\')?;
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    /// Four hexadecimal digits, or two times four for a character beyond the first plane.
    fn unicode(&mut self) -> Option<char> {
        let first = self.four()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.take(b'\\')?;
        self.take(b'u')?;
        let second = self.four()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + second)
    }

    fn four(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let fits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += 4;
        fits.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    }
}
