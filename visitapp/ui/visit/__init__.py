"""The movements of a visit: Prepare, Be there, Before you drive away, Write up, and the two signatures."""
