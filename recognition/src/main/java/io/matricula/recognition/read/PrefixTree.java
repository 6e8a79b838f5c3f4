package io.matricula.recognition.read;

import io.matricula.recognition.region.FormatAutomaton.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prefixes of texts as nodes of a tree, numbered from 0 (the empty prefix) in parallel arrays that grow together. */
final class PrefixTree {
    static final int ROOT = 0;

    private final @Nullable FormatGuide guide;
    private final List<@Nullable State> states = new ArrayList<>();
    private int nodes;
    private int[] parent = new int[256];
    private int[] symbol = new int[256];
    private int[] depth = new int[256];
    private int[] firstChild = new int[256];
    private int[] sibling = new int[256];

    /** @param guide what texts may be formed; null = any */
    PrefixTree(@Nullable FormatGuide guide) {
        this.guide = guide;
        add(-1, -1, guide == null ? null : guide.start());
    }

    /** The node one symbol below, made if it is new. */
    int child(int node, int added) {
        int last = -1;
        for (int child = firstChild[node]; child >= 0; child = sibling[child]) {
            if (symbol[child] == added) {
                return child;
            }
            last = child;
        }
        State state = states.get(node);
        int child = add(node, added, guide == null || state == null ? null : guide.next(state, added));
        if (last < 0) {
            firstChild[node] = child;
        } else {
            sibling[last] = child;
        }
        return child;
    }

    /** Whether an allowed text begins like this node. */
    boolean mayGoOn(int node) {
        return guide == null || states.get(node) != null;
    }

    /** Whether this node is an allowed text. */
    boolean isAllowed(int node) {
        State state = states.get(node);
        return guide == null || (state != null && guide.accepts(state));
    }

    /** The last symbol of a node, -1 for the root. */
    int lastSymbol(int node) {
        return symbol[node];
    }

    int[] symbols(int node) {
        int[] text = new int[depth[node]];
        int above = node;
        for (int at = text.length - 1; at >= 0; at--) {
            text[at] = symbol[above];
            above = parent[above];
        }
        return text;
    }

    /** Nodes there is room for before the arrays grow. */
    int capacity() {
        return parent.length;
    }

    private int add(int above, int added, @Nullable State state) {
        if (nodes == parent.length) {
            grow(2 * nodes);
        }
        parent[nodes] = above;
        symbol[nodes] = added;
        depth[nodes] = above < 0 ? 0 : depth[above] + 1;
        firstChild[nodes] = -1;
        sibling[nodes] = -1;
        states.add(state);
        return nodes++;
    }

    private void grow(int capacity) {
        parent = Arrays.copyOf(parent, capacity);
        symbol = Arrays.copyOf(symbol, capacity);
        depth = Arrays.copyOf(depth, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        sibling = Arrays.copyOf(sibling, capacity);
    }
}
