//! `heard.d.ts`: the declarations of the element for TypeScript.

use std::fmt::Write;

use super::contract::{Attribute, Contract, camel};

/// The types that the contract's parameters and results name.
const TYPES: &str = r#"export type MeetingKind = "discovery" | "working-session" | "demo" | "hard-conversation";
export type CaptureKind = "outcome" | "insight" | "issue" | "promise" | "spared" | "held";
export type LoopStep = "raise-again" | "acknowledge" | "start" | "finish" | "decline" | "tell-back" | "close";
export type ExportFormat = "json" | "csv" | "xlsx" | "md" | "txt" | "html" | "ics";

export interface ExportOptions {
  /** The id or the name of a client. */
  client?: string;
  /** The id of a meeting. */
  meeting?: string;
  /** "me", the default, exports everything, in documents too; "client" leaves out what is private. */
  audience?: "me" | "client";
  /** The table of loops, or the sheet of a client for a period. */
  what?: "loops" | "sheet";
  /** The first day of a sheet, like 2026-01-31. */
  from?: string;
  /** The last day of a sheet. */
  to?: string;
}

export interface ImportReport {
  v: 1;
  meetingsNew: number;
  meetingsKnown: number;
  meetingsGrown: number;
  clientsNew: number;
  damaged: number;
}

/** The error that a method rejects with. */
export interface HeardError extends Error {
  code: HeardErrorCode;
}
"#;

/// The content of the file.
pub(super) fn declarations(contract: &Contract, version: &str) -> String {
    let mut out = format!("// Heard {version}. {}\n\n{TYPES}\n", contract.text);
    let codes: Vec<String> =
        contract.errors.iter().map(|error| format!("\"{}\"", error.code)).collect();
    let _ = writeln!(out, "export type HeardErrorCode =\n  | {};\n", codes.join("\n  | "));
    attributes(&mut out, contract);
    element(&mut out, contract);
    events(&mut out, contract);
    let name = &contract.element;
    let _ = write!(
        out,
        "declare global {{\n  interface HTMLElementTagNameMap {{\n    \"{name}\": HeardWidget;\n  }}\n\
         \x20 interface HTMLElementEventMap extends HeardEventMap {{}}\n\
         \x20 interface DocumentEventMap {{\n    /** A copy of another version was loaded, and left the element to the first. */\n\
         \x20   \"heard-version\": CustomEvent<{{ v: 1; version: string; other: string }}>;\n  }}\n}}\n"
    );
    out
}

fn doc(out: &mut String, indent: &str, text: &str) {
    let _ = writeln!(out, "{indent}/** {text} */");
}

fn attributes(out: &mut String, contract: &Contract) {
    doc(out, "", "The attributes as properties. Null removes the attribute.");
    out.push_str("export interface HeardOptions {\n");
    for attribute in &contract.attributes {
        doc(out, "  ", &attribute.text);
        let _ = writeln!(out, "  {}: {};", camel(&attribute.name), type_of(attribute));
    }
    out.push_str("}\n\n");
}

fn type_of(attribute: &Attribute) -> String {
    match attribute.kind.as_str() {
        "boolean" => "boolean".to_owned(),
        "number" => "number | string | null".to_owned(),
        "text" => "string | null".to_owned(),
        _ => {
            let values: Vec<String> =
                attribute.values.iter().map(|one| format!("\"{one}\"")).collect();
            format!("{} | null", values.join(" | "))
        }
    }
}

fn element(out: &mut String, contract: &Contract) {
    out.push_str("export interface HeardWidget extends HeardOptions {}\n\n");
    doc(out, "", &contract.text);
    out.push_str("export class HeardWidget extends HTMLElement {\n");
    doc(out, "  ", "The version of this build.");
    out.push_str("  static readonly version: string;\n");
    doc(
        out,
        "  ",
        "The URL of the wasm, if it is not next to the module. The single file needs none.",
    );
    out.push_str("  static wasmUrl: string | URL | undefined;\n");
    doc(
        out,
        "  ",
        "Defines the element under a name, unless that is done, and returns the class that is defined.",
    );
    out.push_str(
        "  static define(name?: string, registry?: CustomElementRegistry): typeof HeardWidget;\n\n",
    );
    doc(
        out,
        "  ",
        "A promise of the element that resolves when the widget is there, and rejects if it cannot load.",
    );
    out.push_str("  readonly ready: Promise<this>;\n");
    for property in &contract.properties {
        doc(out, "  ", &property.text);
        let _ = writeln!(out, "  readonly {}: {};", property.name, property.kind);
    }
    out.push('\n');
    for method in &contract.methods {
        doc(out, "  ", &method.text);
        let _ =
            writeln!(out, "  {}({}): Promise<{}>;", method.name, method.parameters, method.returns);
    }
    for verb in ["add", "remove"] {
        let more = if verb == "add" { "AddEventListenerOptions" } else { "EventListenerOptions" };
        let _ = writeln!(
            out,
            "\n  {verb}EventListener<K extends keyof HeardEventMap>(type: K, listener: (this: HeardWidget, event: HeardEventMap[K]) => void, options?: boolean | {more}): void;\n\
             \x20 {verb}EventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: HeardWidget, event: HTMLElementEventMap[K]) => void, options?: boolean | {more}): void;\n\
             \x20 {verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | {more}): void;"
        );
    }
    out.push_str("}\n\n");
}

fn events(out: &mut String, contract: &Contract) {
    doc(
        out,
        "",
        "The events. They bubble and are composed. They contain numbers and ids, never texts of a meeting.",
    );
    out.push_str("export interface HeardEventMap {\n");
    for event in &contract.events {
        let cancelable = if event.cancelable { " Cancelable." } else { "" };
        doc(out, "  ", &format!("{}{cancelable}", event.text));
        let fields = event.detail.iter().map(|(name, kind)| format!("; {name}: {kind}"));
        let _ = writeln!(
            out,
            "  \"{}\": CustomEvent<{{ v: 1{} }}>;",
            event.name,
            fields.collect::<String>()
        );
    }
    out.push_str("}\n\n");
}
