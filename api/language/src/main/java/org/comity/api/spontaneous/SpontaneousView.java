package org.comity.api.spontaneous;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Personal;
import org.comity.api.view.RequestHead;
import org.comity.api.view.RequestView;
import org.jspecify.annotations.Nullable;

/**
 * Spontaneous information as its reader may know it now.
 *
 * @param contents what was offered: the nature alone
 * @param material what was sent; none before
 * @param conditions of the offer and of the hand-over
 */
public record SpontaneousView(
        @JsonUnwrapped RequestHead<SpontaneousStatus> head,
        SpontaneousContents contents,
        @Nullable SpontaneousMaterial material,
        List<Condition> conditions)
        implements RequestView<SpontaneousStatus> {

    public SpontaneousView {
        conditions = List.copyOf(conditions);
    }

    /**
     * A condition of the use.
     *
     * @param state proposed, declined or binding
     * @param event the event that states it
     */
    public record Condition(Personal text, Code state, UUID event) {}
}
