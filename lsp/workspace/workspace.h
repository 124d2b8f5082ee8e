// Workspace: the folders that are open in the editor, and the glossaries in them, kept as they are
// on the disk. An open buffer always wins over the disk.
//
// The folders are read on a worker; what was found is then merged into the Glossary, in the order
// of the paths, so that nothing depends on the order in which files were found.
#pragma once

#include "configured.h"
#include "documents.h"
#include "library/library.h"
#include "protocol/client.h"
#include "protocol/params.h"
#include <uv.h>

typedef struct Workspace Workspace;

typedef struct {
  // The glossaries were read (again) and are in place, or nobody shall wait for them any more.
  void (*ready)(void *context);
  void *context;
} WorkspaceEvents;

// All is borrowed but `source`, of which paths and no_builtin are copied.
Workspace *workspace_new(uv_loop_t *loop, const LibrarySource *source, Glossary *glossary,
                         Documents *documents, const Client *client, WorkspaceEvents events);

// Once the loop has run dry.
void workspace_delete(Workspace *self);

// Takes the folders from the `params` of initialize and begins to read them.
void workspace_start(Workspace *self, const json_t *params);

// The folders that are open now, absolute. Borrowed.
const Paths *workspace_folders(const Workspace *self);

// Asks the client for news of files if it gives them; else we watch ourselves. After `initialized`.
void workspace_watch(Workspace *self);

// The client refused, by an error to the request of this id: we watch ourselves after all.
#define WORKSPACE_WATCH_ID "gloss/files"
void workspace_watch_failed(Workspace *self);

// Arrays of WorkspaceFolder.
void workspace_change_folders(Workspace *self, const json_t *added, const json_t *removed);

// Reads everything again: something may have changed on the disk.
void workspace_reload(Workspace *self);

// Whether what becomes of the file or folder `path`, absolute and ended by a NUL, may change what
// is to be read.
bool workspace_concerns(const Workspace *self, Slice path);

// Looks for the gloss.json of a document that lies where nobody has looked yet: to be called when
// one was opened.
void workspace_opened(Workspace *self);

// Whether --glossary names this very file, or a gloss.json makes it a glossary.
bool workspace_names(const Workspace *self, Slice path);

// Whether the glossaries have been read once, or take so long to read that nobody shall wait for
// them: somebody may have opened a whole disk.
bool workspace_is_ready(const Workspace *self);

// The folder for which a glossary that is open in the editor speaks (see store.h). Borrowed.
Slice workspace_root(const Workspace *self, Slice path);

// The gloss.json that holds for the file `path`, as last read from the disk; NULL: none. Borrowed
// until the loop goes on.
const Config *workspace_config(const Workspace *self, Slice path);

// The rules for that file: those of its gloss.json, above those that the client has set.
RuleSettings workspace_settings(const Workspace *self, Slice path);
void workspace_set_client_rules(Workspace *self, const RuleSettings *rules);

// The same for the layout of that file, a glossary.
FormatStyle workspace_style(const Workspace *self, Slice path);
void workspace_set_client_style(Workspace *self, const StyleChoice *style);

// Is raised whenever the settings of any file may have changed.
uint64_t workspace_generation(const Workspace *self);

// Reads and watches nothing any more, and closes its handles on the loop.
void workspace_stop(Workspace *self);
