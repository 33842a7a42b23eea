//! The figures for assistants, over the Model Context Protocol: tools and resources over the engine that pages and API ask. They
//! only read. `vithe mcp` speaks it on standard input and output, `/mcp` over HTTP (`http`).
//!
//! `tools` lists the tools; `arguments` reads what a tool is asked by the queries of the API, with their texts and codes of
//! problems; `answers` makes of an answer of the engine a compact object and a text to quote; `resources` are the methods and
//! the glossary.

mod answers;
mod arguments;
pub(crate) mod http;
mod resources;
mod tools;

use rmcp::{
    ErrorData, RoleServer, ServerHandler, ServiceExt as _,
    model::{
        CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, Implementation, JsonObject,
        ListResourceTemplatesResult, ListResourcesResult, ListToolsResult, MetaObject, PaginatedRequestParams,
        ReadResourceRequestParams, ReadResourceResponse, ReadResourceResult, ServerCapabilities, ServerConfig, Tool,
    },
    service::{QuitReason, RequestContext},
    transport::IntoTransport,
};
use vithe_shared::Problem;

use crate::state::AppState;

/// What an assistant is told before it asks anything.
const INSTRUCTIONS: &str = "Vị Thế holds the published figures of four indices that rank Vietnam's provinces: PCI \
(competitiveness), PAPI (governance), PAR INDEX (administrative reform) and SIPAS (satisfaction). Quote a rank with its n and its \
basis: 1 is best, n may be less than 63, a published rank is printed by the publisher, a derived one is computed here from scores. \
Name the year and the source, give the address of the page, and say when years are comparable in part only; a change that is \
refused (score_change null, comparability not_comparable) must not be computed from the two scores. Estimated figures are no \
published ones and have no rank. What is not on record is missing: do not guess it. Provinces are named by slug (hau-giang) or \
name; `find` looks up slugs, components and indicators. Texts come in Vietnamese, with language=en in English.";

/// The key of a problem beside the text that tells it.
const PROBLEM: &str = "vithe/problem";

/// The server of the protocol.
#[derive(Clone)]
pub struct Assistants(AppState);

impl Assistants {
    /// A server over the figures of a state; its public origin makes addresses of pages absolute.
    pub fn new(state: AppState) -> Self {
        Self(state)
    }

    /// Answers one client until it goes.
    pub async fn serve_client<T, E, A>(self, transport: T) -> anyhow::Result<()>
    where
        T: IntoTransport<RoleServer, E, A>,
        E: std::error::Error + Send + Sync + 'static,
    {
        match self.serve(transport).await?.waiting().await? {
            QuitReason::JoinError(error) => Err(error.into()),
            _ => Ok(()),
        }
    }
}

impl ServerHandler for Assistants {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().build();
        let implementation = Implementation::new("vithe", env!("CARGO_PKG_VERSION")).with_title("Vị Thế");
        ServerConfig::new(capabilities)
            .with_server_info(implementation)
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _request: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(tools::list()))
    }

    fn get_tool(&self, name: &str) -> Option<Tool> {
        tools::find(name).map(tools::Entry::describe)
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let entry = tools::find(&request.name)
            .ok_or_else(|| ErrorData::invalid_params(format!("there is no tool {:?}", request.name), None))?;
        let state = self.0.clone();
        let arguments = request.arguments.unwrap_or_default();
        // A long text takes a while to check: other requests go on meanwhile.
        let answered = tokio::task::spawn_blocking(move || entry.call(&state, arguments)).await;
        let answered = answered.map_err(|error| {
            tracing::error!(%error, tool = entry.name, "a tool did not end");
            ErrorData::internal_error("the server failed to process this request", None)
        })?;
        Ok(match answered {
            Ok(reply) => {
                let mut result = CallToolResult::success(vec![ContentBlock::text(reply.text)]);
                result.structured_content = Some(reply.value);
                result.into()
            }
            Err(problem) => refuse(&problem)?.into(),
        })
    }

    async fn list_resources(
        &self,
        _request: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(resources::list()))
    }

    async fn list_resource_templates(
        &self,
        _request: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        Ok(ListResourceTemplatesResult::with_all_items(vec![resources::template()]))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        _context: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let contents = resources::read(self.0.catalog(), &request.uri)
            .ok_or_else(|| ErrorData::resource_not_found(format!("there is no resource {:?}", request.uri), None))?;
        Ok(ReadResourceResult::new(vec![contents]).into())
    }
}

/// A problem of the API as the answer of a tool: an assistant reads it and asks better. The object of an answer has the shape
/// that the tool tells, so the problem itself is beside it.
fn refuse(problem: &Problem) -> Result<CallToolResult, ErrorData> {
    let value = serde_json::to_value(problem).map_err(|error| {
        tracing::error!(%error, "a problem could not be written");
        ErrorData::internal_error("the server failed to process this request", None)
    })?;
    let text = format!("{} ({}): {}", problem.title, problem.code.as_str(), problem.detail);
    let beside = MetaObject(JsonObject::from_iter([(PROBLEM.to_owned(), value)]));
    Ok(CallToolResult::error(vec![ContentBlock::text(text)]).with_meta(Some(beside)))
}
