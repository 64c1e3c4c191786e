package org.comity.query.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.LanguageTag;
import org.comity.api.view.AuthorityView;

/** Knows authorities by their ids. */
public interface AuthorityNames {
    /** Those of them that the directory knows. */
    Map<AuthorityId, AuthorityView> named(Collection<AuthorityId> ids);

    /** What else the directory calls those of them that it knows, by language. */
    Map<AuthorityId, Map<LanguageTag, Label>> translated(Collection<AuthorityId> ids);

    /** Those of a State. */
    List<AuthorityView> in(StateCode state);
}
