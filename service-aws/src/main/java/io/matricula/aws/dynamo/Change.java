package io.matricula.aws.dynamo;

/**
 * A conditional change of one item.
 *
 * @param expression what changes, in DynamoDB's language
 * @param condition what must hold of the item before
 * @param values what both name with a colon
 */
public record Change(String expression, String condition, Item values) {}
