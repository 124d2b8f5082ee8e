// Session: a server at work in a folder, from initialize on, and the messages a measurement needs.
#pragma once

#include "client/client.h"
#include <stdbool.h>
#include <stdint.h>

// Starts `gloss lsp` and does the handshake with the folder as workspace.
Client *session_start(const char *gloss, const char *folder);

// Shuts the server down in good order; what it used goes to `usage` (may be NULL).
void session_end(Client *client, struct rusage *usage);

void session_open(Client *client, const char *path, const char *language, const char *text);

// One incremental change: `text` in the place of the characters [from, to) of the line.
void session_change(Client *client, const char *path, int64_t version, uint32_t line, uint32_t from,
                    uint32_t to, const char *text);

// A new reference; JSON null where nothing is known.
json_t *session_hover(Client *client, const char *path, uint32_t line, uint32_t character);

// Asks again until there is an answer: while glossaries are being read there is none yet. False
// after a minute.
bool session_await_hover(Client *client, const char *path, uint32_t line, uint32_t character);

// A new reference.
json_t *session_completion(Client *client, const char *path, uint32_t line, uint32_t character);

// Waits for the diagnostics of that version of the file and gives their number.
size_t session_diagnostics(Client *client, const char *path, int64_t version);
