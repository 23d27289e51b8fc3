"""The body map: pictures of the body by age, a list that does the same, marks, and what people said about them."""
