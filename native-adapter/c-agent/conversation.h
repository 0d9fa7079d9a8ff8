/* What host and agent say to each other, a JSON object a line (docs/protocol/README.md). */
#pragma once

/* Starts the reader, and answers the host until it says bye or the input ends. Main calls this once. */
void converse(void *library, const char *digest);
