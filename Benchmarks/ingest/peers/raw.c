/* The aggregate with libcsv and nothing else, as C would have it: every cell is taken as it stands.
 *
 *     cc -O2 -o raw raw.c -lcsv
 *     raw aggregate FILE     service, team, quarter, grade, count
 *     raw parse FILE         empty callbacks: what libcsv alone costs
 */
#include <csv.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SERVICE = 2, TEAM = 3, DONE = 14, GRADE = 15, SLOTS = 1 << 18, KEY = 200 };

struct state {
  int field, header_done;
  char cells[4][64];
  size_t lengths[4];
  struct slot {
    char key[KEY];
    size_t length, count;
  } *slots;
};

/* No byte is a space: libcsv takes spaces off unquoted cells otherwise. */
static int no_space(unsigned char byte) { return (void)byte, 0; }

static void nothing_field(void *text, size_t length, void *state) {
  (void)text, (void)length, (void)state;
}
static void nothing_row(int end, void *state) { (void)end, (void)state; }

static void field(void *text, size_t length, void *data) {
  struct state *state = data;
  int place = -1;
  switch (state->field++) {
    case SERVICE: place = 0; break;
    case TEAM: place = 1; break;
    case DONE: place = 2; break;
    case GRADE: place = 3; break;
  }
  if (place < 0) return;
  if (length > sizeof state->cells[0]) length = sizeof state->cells[0];
  memcpy(state->cells[place], text, length);
  state->lengths[place] = length;
}

static void row(int end, void *data) {
  struct state *state = data;
  if (end == '\n' && state->field == 0) return;
  state->field = 0;
  if (!state->header_done) {
    state->header_done = 1;
    return;
  }
  if (state->lengths[2] == 0 || state->lengths[3] == 0) return;
  const char *day = state->cells[2];
  int year = atoi(day), month = (day[5] - '0') * 10 + day[6] - '0';
  int begins = month >= 4 ? year : year - 1;
  char key[KEY];
  int length = snprintf(
    key, KEY, "%.*s,%.*s,%d-%02d-Q%d,%.*s", (int)state->lengths[0], state->cells[0], (int)state->lengths[1],
    state->cells[1], begins, (begins + 1) % 100, month >= 4 ? (month - 1) / 3 : 4, (int)state->lengths[3],
    state->cells[3]);
  uint64_t hash = 14695981039346656037u;
  for (int i = 0; i < length; i++) hash = (hash ^ (unsigned char)key[i]) * 1099511628211u;
  size_t slot = hash % SLOTS;
  while (state->slots[slot].count
         && (state->slots[slot].length != (size_t)length || memcmp(state->slots[slot].key, key, length)))
    slot = (slot + 1) % SLOTS;
  memcpy(state->slots[slot].key, key, length);
  state->slots[slot].length = length;
  state->slots[slot].count++;
}

static int by_key(const void *a, const void *b) {
  const struct slot *first = a, *second = b;
  size_t shorter = first->length < second->length ? first->length : second->length;
  int order = memcmp(first->key, second->key, shorter);
  return order ? order : (first->length > second->length) - (first->length < second->length);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  int aggregate = strcmp(arguments[1], "aggregate") == 0;
  int file = open(arguments[2], O_RDONLY);
  if (file < 0) return 2;
  struct csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)) return 2;
  csv_set_space_func(&parser, no_space);
  struct state state = {0};
  state.slots = calloc(SLOTS, sizeof *state.slots);
  size_t size = 256 << 10;
  char *buffer = malloc(size);
  ssize_t got;
  while ((got = read(file, buffer, size)) > 0)
    if (csv_parse(&parser, buffer, got, aggregate ? field : nothing_field, aggregate ? row : nothing_row, &state)
        != (size_t)got)
      return 2;
  if (csv_fini(&parser, aggregate ? field : nothing_field, aggregate ? row : nothing_row, &state)) return 2;
  csv_free(&parser);
  if (!aggregate) return 0;
  qsort(state.slots, SLOTS, sizeof *state.slots, by_key);
  puts("service,team,quarter,grade,audits");
  for (size_t slot = 0; slot < SLOTS; slot++)
    if (state.slots[slot].count)
      printf("%.*s,%zu\n", (int)state.slots[slot].length, state.slots[slot].key, state.slots[slot].count);
  return 0;
}
