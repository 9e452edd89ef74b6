/* libxlsxwriter writes each sheet to a temporary stream, rewinds it and packs it, and looks at no error on the way: a disk that
   is full for a moment would leave a workbook of half a sheet. rewind even takes the stream's mark of an error away.

   These two stand before the C library's own for every library of the program, do what they do, and remember an error. */
#define _GNU_SOURCE
#include "streams.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>

static _Thread_local int failure;

int qareport_stream_failure(void) {
  int was = failure;
  failure = 0;
  return was;
}

/* The reason is the one of now; an earlier one is not kept by the stream. */
static void remember(int code) { failure = code != 0 ? code : EIO; }

void rewind(FILE *stream) {
  int had_error = ferror(stream);
  errno = 0;
  if (fflush(stream) != 0 || fseek(stream, 0, SEEK_SET) != 0 || had_error) remember(errno);
  clearerr(stream);
}

int fclose(FILE *stream) {
  int (*close)(FILE *) = (int (*)(FILE *))dlsym(RTLD_NEXT, "fclose");
  int had_error = ferror(stream);
  errno = 0;
  int result = close(stream);
  if (result != 0 || had_error) remember(errno);
  return result;
}
