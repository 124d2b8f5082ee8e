#include "capabilities.h"

#include "params.h"

#include <glossary/lint/finding.h>

static bool is_true_at(const json_t *root, const char *path) {
  return json_is_true(json_at(root, path));
}

static bool has_string(const json_t *array, const char *wanted) {
  for (size_t i = 0; i < json_array_size(array); i++) {
    const char *string = json_string_value(json_array_get(array, i));
    if (string && !strcmp(string, wanted)) return true;
  }
  return false;
}

// Formats come in the order of preference; a client that names none gets what every client can
// show.
static bool prefers_markdown(const json_t *formats) {
  const char *first = json_string_value(json_array_get(formats, 0));
  return first && !strcmp(first, "markdown");
}

static const char *const encoding_names[] = {
    [ENCODING_UTF8] = "utf-8", [ENCODING_UTF16] = "utf-16", [ENCODING_UTF32] = "utf-32"};

// Ours are bytes, so UTF-8 costs nothing and UTF-32 little. UTF-16 is what a client means that says
// nothing.
static Encoding choose_encoding(const json_t *offered) {
  static const Encoding by_cost[] = {ENCODING_UTF8, ENCODING_UTF32};
  for (size_t i = 0; i < sizeof by_cost / sizeof *by_cost; i++)
    if (has_string(offered, encoding_names[by_cost[i]])) return by_cost[i];
  return ENCODING_UTF16;
}

// What the client can do with diagnostics, be they pushed or pulled.
static bool diagnostics_can(const json_t *document, const char *what) {
  return is_true_at(json_at(document, "publishDiagnostics"), what) ||
         is_true_at(json_at(document, "diagnostic"), what);
}

static unsigned read_tags(const json_t *diagnostics) {
  const json_t *set = json_at(diagnostics, "tagSupport/valueSet");
  unsigned tags = 0;
  for (size_t i = 0; i < json_array_size(set); i++) {
    json_int_t tag = json_integer_value(json_array_get(set, i));
    if (tag == TAG_UNNECESSARY || tag == TAG_DEPRECATED) tags |= (unsigned)tag;
  }
  return tags;
}

// A client that asks but cannot be told to ask again would go on showing what is no longer true
// when a glossary changes: to it we push.
static bool reads_pulls(const json_t *client) {
  return json_is_object(json_at(client, "textDocument/diagnostic")) &&
         is_true_at(client, "workspace/diagnostics/refreshSupport");
}

Abilities capabilities_read(const json_t *params) {
  const json_t *client = json_at(params, "capabilities");
  const json_t *document = json_at(client, "textDocument");
  return (Abilities){
      .encoding = choose_encoding(json_at(client, "general/positionEncodings")),
      .hover_markdown = prefers_markdown(json_at(document, "hover/contentFormat")),
      .documentation_markdown =
          prefers_markdown(json_at(document, "completion/completionItem/documentationFormat")),
      .related_information = diagnostics_can(document, "relatedInformation"),
      .code_description = diagnostics_can(document, "codeDescriptionSupport"),
      .diagnostic_data = diagnostics_can(document, "dataSupport"),
      .tags = read_tags(json_at(document, "publishDiagnostics")) |
              read_tags(json_at(document, "diagnostic")),
      .pulls = reads_pulls(client),
      .pulls_related = is_true_at(document, "diagnostic/relatedDocumentSupport"),
      .code_actions = json_is_object(json_at(document, "codeAction/codeActionLiteralSupport")),
      .resolves_edits =
          is_true_at(document, "codeAction/dataSupport") &&
          has_string(json_at(document, "codeAction/resolveSupport/properties"), "edit"),
      .versioned_edits = is_true_at(client, "workspace/workspaceEdit/documentChanges"),
      .creates_files =
          is_true_at(client, "workspace/workspaceEdit/documentChanges") &&
          has_string(json_at(client, "workspace/workspaceEdit/resourceOperations"), "create"),
      .asks_configuration = is_true_at(client, "workspace/configuration"),
      .registers_configuration =
          is_true_at(client, "workspace/didChangeConfiguration/dynamicRegistration"),
      .watches_files = is_true_at(client, "workspace/didChangeWatchedFiles/dynamicRegistration"),
  };
}

// A space goes on with a term of several words, a hyphen with one that is written with it.
static json_t *completion_options(void) {
  return json_pack("{s[ss]sb}", "triggerCharacters", " ", "-", "resolveProvider", 1);
}

static json_t *sync_options(void) {
  enum { INCREMENTAL = 2 };
  return json_pack("{sbsis{sb}}", "openClose", 1, "change", INCREMENTAL, "save", "includeText", 0);
}

static json_t *workspace_options(void) {
  return json_pack("{s{sbsb}}", "workspaceFolders", "supported", 1, "changeNotifications", 1);
}

static json_t *diagnostic_options(void) {
  return json_pack("{sssbsb}", "identifier", "gloss", "interFileDependencies", 1,
                   "workspaceDiagnostics", 1);
}

static json_t *action_options(void) {
  return json_pack("{s[sss]sb}", "codeActionKinds", "quickfix", "refactor", "source.fixAll.gloss",
                   "resolveProvider", 1);
}

// A new line goes on with the fields or the table above it, a bar may end a row.
static json_t *typing_options(void) {
  return json_pack("{sss[s]}", "firstTriggerCharacter", "\n", "moreTriggerCharacter", "|");
}

json_t *capabilities_answer(const Abilities *abilities) {
  json_t *actions = abilities->code_actions ? action_options() : NULL;
  json_t *pulled = abilities->pulls ? diagnostic_options() : NULL;
  json_t *server = json_pack(
      "{sssosbsososo*so*sbsbso}", //
      "positionEncoding", encoding_names[abilities->encoding], "textDocumentSync",
      sync_options(),     //
      "hoverProvider", 1, //
      "completionProvider", completion_options(), "workspace", workspace_options(),
      "diagnosticProvider", pulled, "codeActionProvider", actions, "documentFormattingProvider", 1,
      "documentRangeFormattingProvider", 1, "documentOnTypeFormattingProvider", typing_options());
  return json_pack("{sos{ssss}}", "capabilities", server, "serverInfo", "name", "gloss", "version",
                   GLOSS_VERSION);
}

// Files that hold entries, and those that say which files count. File names of any case are ours,
// but patterns are compared by case in some clients.
static const char *const watched_patterns[] = {
    "**/*.[gG][lL][oO][sS][sS]",
    "**/*.[gG][lL][oO][sS][sS].[mM][dD]",
    "**/[gG][lL][oO][sS][sS][aA][rR][yY].[mM][dD]",
    "**/gloss.json",
    "**/.gitignore",
    "**/.ignore",
};

// Of a folder that comes or goes some clients tell, and not of the files in it.
static json_t *folder_watcher(void) {
  enum { CREATE = 1, DELETE = 4 };
  return json_pack("{sssi}", "globPattern", "**/*", "kind", CREATE | DELETE);
}

json_t *capabilities_watch(void) {
  json_t *watchers = json_array();
  for (size_t i = 0; i < sizeof watched_patterns / sizeof *watched_patterns; i++)
    json_array_append_new(watchers, json_pack("{ss}", "globPattern", watched_patterns[i]));
  json_array_append_new(watchers, folder_watcher());
  return json_pack("{s[{sssss{so}}]}", "registrations", "id", "gloss/files", "method",
                   "workspace/didChangeWatchedFiles", "registerOptions", "watchers", watchers);
}
