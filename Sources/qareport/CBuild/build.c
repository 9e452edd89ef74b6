#include "build.h"

#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

const char *qareport_commit(void) { return TEXT(QAREPORT_COMMIT); }
