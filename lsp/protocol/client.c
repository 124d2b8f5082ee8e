#include "client.h"

#include "json.h"
#include "rpc/message.h"
#include <stdarg.h>
#include <stdio.h>

// A longer message is cut: it is for a person.
enum { LOG_MAX = 2000 };

void client_answer(const Client *self, json_t *id, json_t *result) {
  self->send(self->context, message_result(id, result));
}

void client_refuse(const Client *self, json_t *id, int code, const char *problem) {
  self->send(self->context, message_error(id, code, problem));
}

void client_notify(const Client *self, const char *method, json_t *params) {
  self->send(self->context, message_notification(method, params));
}

void client_request(const Client *self, const char *id, const char *method, json_t *params) {
  self->send(self->context, message_request(id, method, params));
}

void client_log(const Client *self, LogLevel level, const char *format, ...) {
  char text[LOG_MAX];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  client_notify(self, "window/logMessage",
                json_pack("{siso}", "type", level, "message", json_text(slice_of(text))));
}
