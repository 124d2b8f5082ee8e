// Client: the other side of the conversation: what it can do, and how it is spoken to.
#pragma once

#include "capabilities.h"

typedef struct {
  Abilities abilities;
  void (*send)(void *context, json_t *message); // takes the message over
  void *context;
} Client;

// As in window/logMessage.
typedef enum { LOG_ERROR = 1, LOG_WARNING = 2, LOG_INFO = 3 } LogLevel;

// Both answer the request `id`, which is borrowed; `result` is taken over.
void client_answer(const Client *self, json_t *id, json_t *result);
void client_refuse(const Client *self, json_t *id, int code, const char *problem);

// Both take `params` over.
void client_notify(const Client *self, const char *method, json_t *params);
void client_request(const Client *self, const char *id, const char *method, json_t *params);

// Tells a person through the client's log.
void client_log(const Client *self, LogLevel level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
