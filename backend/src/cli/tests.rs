use std::net::IpAddr;

use clap::CommandFactory as _;
use vithe_shared::{IndexId, domain::Redistribution};

use super::{
    Cli,
    values::{parse_base_path, parse_network, parse_origin, parse_redistribution},
};

#[test]
fn the_command_line_is_sound() {
    Cli::command().debug_assert();
}

#[test]
fn every_setting_has_an_environment_variable_and_a_description() {
    for command in Cli::command().get_subcommands() {
        let settings = command
            .get_arguments()
            .filter(|argument| !["help", "version"].contains(&argument.get_id().as_str()));
        for argument in settings {
            let name = argument.get_id();
            let variable = argument
                .get_env()
                .and_then(|variable| variable.to_str())
                .unwrap_or_default();
            assert!(variable.starts_with("VITHE_"), "{name}");
            assert!(argument.get_help().is_some(), "{name}");
        }
    }
}

#[test]
fn an_origin_has_a_scheme_and_no_path() {
    assert_eq!(
        parse_origin("https://vithe.example/"),
        Ok("https://vithe.example".to_owned())
    );
    assert!(parse_origin("vithe.example").is_err());
    assert!(parse_origin("https://vithe.example/x").is_err());
}

#[test]
fn a_base_path_is_written_in_one_way() {
    for (text, base) in [
        ("/", ""),
        ("", ""),
        ("/vithe", "/vithe"),
        ("/vithe/", "/vithe"),
        ("/so-lieu/vi.the", "/so-lieu/vi.the"),
    ] {
        assert_eq!(parse_base_path(text), Ok(base.to_owned()), "{text}");
    }
    for text in [
        "vithe",
        "//vithe",
        "/vi//the",
        "/vithe//",
        "/..",
        "/vi?the",
        "/vị-thế",
        "/{path}",
        "/vi the",
        "https://vithe.example/x",
    ] {
        assert!(parse_base_path(text).is_err(), "{text}");
    }
}

#[test]
fn a_network_is_one_address_or_many() {
    let contains = |network: &str, address: &str| {
        parse_network(network)
            .unwrap()
            .contains(&address.parse::<IpAddr>().unwrap())
    };
    assert!(contains("10.0.0.0/8", "10.1.2.3") && !contains("10.0.0.0/8", "11.0.0.1"));
    assert!(contains("127.0.0.1", "127.0.0.1") && !contains("127.0.0.1", "127.0.0.2"));
    assert!(contains("::1", "::1"));
    assert!(parse_network("proxy.example").is_err());
    assert!(parse_network("10.0.0.0/40").is_err());
}

#[test]
fn redistribution_names_an_index_and_terms() {
    assert_eq!(
        parse_redistribution("pci=full"),
        Ok((IndexId::Pci, Redistribution::Full))
    );
    assert!(parse_redistribution("pci").is_err());
    assert!(parse_redistribution("gdp=full").is_err());
    assert!(parse_redistribution("pci=some").is_err());
}
