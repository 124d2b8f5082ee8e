// Client: the other end of `gloss lsp`, as an editor has it, for the demonstration and the
// measurements. A process that is started, JSON messages to it and from it, all blocking. Anything
// unexpected ends this program with a message: there is nobody to handle it.
#pragma once

#include <jansson.h>
#include <stdint.h>
#include <sys/resource.h>

typedef struct Client Client;

// Starts `argv[0]` in the folder `folder` (NULL: this one), with pipes to its stdin and stdout.
Client *client_start(char *const argv[], const char *folder);

// Ends its stdin, waits for its end and frees the client. Says what it used when `usage` is not
// NULL. Returns the exit status, or 128 and the signal.
int client_end(Client *self, struct rusage *usage);

// Raw bytes, for measuring pipes alone. client_read fills the whole of `bytes`.
void client_write(Client *self, const char *bytes, size_t len);
void client_read(Client *self, char *bytes, size_t len);

// `params` moves in; may be NULL.
void client_notify(Client *self, const char *method, json_t *params);

// Sends a request and gives its result (a new reference). Notifications that come before it are
// dropped; requests of the server are answered with null.
json_t *client_request(Client *self, const char *method, json_t *params);

// The params (a new reference) of the next notification of that method.
json_t *client_await(Client *self, const char *method);

// When the first byte of the last message went and the last byte of the last message came, in
// nanoseconds of the clock of clock_now.
uint64_t client_sent_at(const Client *self);
uint64_t client_received_at(const Client *self);

uint64_t clock_now(void);
