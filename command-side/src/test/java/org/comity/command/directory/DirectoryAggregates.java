package org.comity.command.directory;

import org.comity.log.dispatch.CommandDispatch;

/** Gives tests of other packages the aggregate of this one. */
public final class DirectoryAggregates {
    private DirectoryAggregates() {}

    public static void serve(CommandDispatch dispatch) {
        dispatch.serve(AuthorityAggregate.class);
    }
}
