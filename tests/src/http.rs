//! A small HTTP/1.1 client for the loopback interface.
//!
//! It exists because the tests and the budgets need the bytes as they travel: no transparent decompression, no
//! redirects followed, no cookies.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};

const TIMEOUT: Duration = Duration::from_secs(30);

/// An answer, its body as it travelled.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The headers in order, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, still encoded.
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> Result<&str> {
        std::str::from_utf8(&self.body).context("the body is not UTF-8")
    }
}

/// A connection that is kept open between requests.
#[derive(Debug)]
pub struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
}

impl Connection {
    /// Connects to a base address such as `http://127.0.0.1:8080`.
    pub fn open(base_url: &str) -> Result<Self> {
        let host = base_url
            .strip_prefix("http://")
            .with_context(|| format!("{base_url} is not an http address"))?
            .trim_end_matches('/')
            .to_owned();
        let stream = TcpStream::connect(&host).with_context(|| format!("{host} does not answer"))?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        stream.set_write_timeout(Some(TIMEOUT))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            host,
            stream: BufReader::new(stream),
        })
    }

    /// Sends a request without a body and reads the whole answer.
    pub fn request(&mut self, method: &str, path: &str, headers: &[(&str, &str)]) -> Result<Response> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\n", self.host);
        for (name, value) in headers {
            head.push_str(name);
            head.push_str(": ");
            head.push_str(value);
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        self.stream.get_mut().write_all(head.as_bytes())?;
        read_response(&mut self.stream, method == "HEAD").with_context(|| format!("{method} {path}"))
    }

    /// Sends a GET request.
    pub fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> Result<Response> {
        self.request("GET", path, headers)
    }
}

/// One GET request on a connection of its own.
pub fn get(base_url: &str, path: &str, headers: &[(&str, &str)]) -> Result<Response> {
    Connection::open(base_url)?.get(path, headers)
}

fn read_response(stream: &mut impl BufRead, is_head: bool) -> Result<Response> {
    let status_line = read_line(stream)?;
    let status: u16 = status_line
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .with_context(|| format!("{status_line:?} is not a status line"))?;
    let mut headers = Vec::new();
    loop {
        let line = read_line(stream)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line
            .split_once(':')
            .with_context(|| format!("{line:?} is not a header"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut response = Response {
        status,
        headers,
        body: Vec::new(),
    };
    if is_head || matches!(status, 100..=199 | 204 | 304) {
        return Ok(response);
    }
    if response.header("transfer-encoding") == Some("chunked") {
        response.body = read_chunks(stream)?;
    } else if let Some(length) = response.header("content-length") {
        let length: usize = length.parse().context("content-length")?;
        response.body = vec![0; length];
        stream.read_exact(&mut response.body)?;
    } else {
        stream.read_to_end(&mut response.body)?;
    }
    Ok(response)
}

fn read_line(stream: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line)?;
    ensure!(read > 0, "the server closed the connection");
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn read_chunks(stream: &mut impl BufRead) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = read_line(stream)?;
        let digits = line.split(';').next().unwrap_or_default().trim();
        let Ok(length) = usize::from_str_radix(digits, 16) else {
            bail!("{line:?} is not the size of a chunk");
        };
        if length == 0 {
            while !read_line(stream)?.is_empty() {}
            return Ok(body);
        }
        let start = body.len();
        body.resize(start + length, 0);
        stream.read_exact(&mut body[start..])?;
        read_line(stream)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &str) -> Result<Response> {
        read_response(&mut bytes.as_bytes(), false)
    }

    #[test]
    fn a_body_with_a_length_is_read_whole() {
        let response = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"a\"\r\n\r\nhello").unwrap();
        assert_eq!(
            (response.status, response.text().unwrap(), response.header("etag")),
            (200, "hello", Some("\"a\""))
        );
    }

    #[test]
    fn chunks_are_joined() {
        let response =
            read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")
                .unwrap();
        assert_eq!(response.text().unwrap(), "abc0123456789");
    }

    #[test]
    fn not_modified_has_no_body() {
        let response = read("HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n").unwrap();
        assert!(response.body.is_empty());
    }

    #[test]
    fn a_broken_answer_is_an_error() {
        for bytes in [
            "",
            "nonsense\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel",
        ] {
            assert!(read(bytes).is_err(), "{bytes:?}");
        }
    }
}
