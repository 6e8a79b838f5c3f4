package io.matricula.aws.dynamo;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A conditional change of one item.
 *
 * @param expression what changes, in DynamoDB's language; an attribute that is a word of that language stands after {@code #}
 * @param condition what must hold of the item before
 * @param values what both name with a colon
 */
public record Change(String expression, String condition, Item values) {
    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    /** What stands after {@code #}; none if nothing does. */
    Map<String, String> names() {
        return NAME.matcher(expression + " " + condition)
                .results()
                .collect(Collectors.toMap(MatchResult::group, name -> name.group(1), (one, same) -> one));
    }
}
