// Stream: the two ends over which the server speaks with its client, whatever they are: pipes,
// sockets, terminals or plain files.
#pragma once

#include <glossary/base/slice.h>
#include <uv.h>

// Above this much unsent output nothing more is read, until the client has taken some of it. So a
// client that only writes cannot make us hold what it never fetches.
#define STREAM_UNSENT_MAX ((size_t)64 * 1024 * 1024)

typedef struct Stream Stream;

typedef struct {
  void (*received)(void *context, Slice bytes);
  // The input is at its end (`problem` NULL) or an end has failed. At most once; nothing is
  // received afterwards.
  void (*ended)(void *context, const char *problem);
  void *context;
} StreamEvents;

// Opens two file descriptors, which may not be the same number. It is paused at first. On failure
// returns NULL and gives libuv's error code; the descriptors stay open.
Stream *stream_open(uv_loop_t *loop, uv_file in, uv_file out, StreamEvents events, int *error);

// Queues a copy of both parts. Does nothing after stream_close or a failure.
void stream_write(Stream *self, Slice head, Slice body);

// Stops and starts reading, on the part of the owner.
void stream_pause(Stream *self, bool paused);

// Ends the stream: what was written still goes out, nothing more is received. The stream frees
// itself when the loop has closed its handles.
void stream_close(Stream *self);
