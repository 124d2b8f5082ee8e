// Connect: a file descriptor to talk over, where stdin and stdout are not wanted. One client is
// served, so waiting for it may block.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// Each gives a connected descriptor, or -1 with a reason in errno.

// Waits for one client on 127.0.0.1.
int connect_listen(uint16_t port);

// Goes to a client that waits on 127.0.0.1.
int connect_port(uint16_t port);

// Goes to the socket file `name` where a client waits behind it; where there is none, or a dead
// one, makes it, waits for one client, and removes it again.
int connect_pipe(const char *name);
