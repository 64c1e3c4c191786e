package org.comity.log.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Connections whose line breaks at a chosen point of the next append. */
final class BrokenLine {
    /** What happens around the statement that appends, once. */
    interface Fault {
        void around(Connection connection, Statement statement) throws Exception;
    }

    interface Statement {
        void execute() throws Exception;
    }

    /** The server never hears of it. */
    static final Fault BEFORE = (connection, statement) -> broken();

    /** The server commits, and nobody hears of it. */
    static final Fault AFTER = (connection, statement) -> {
        statement.execute();
        broken();
    };

    private final AtomicReference<Fault> next = new AtomicReference<>();
    private final AtomicReference<Statement> between = new AtomicReference<>();
    private final AtomicInteger queries = new AtomicInteger();
    private final Set<Connection> hanging = ConcurrentHashMap.newKeySet();

    void breakNext(Fault fault) {
        next.set(fault);
    }

    /** Lets the server go on although the client has given up. */
    void letHang(Connection connection) {
        hanging.add(connection);
    }

    /** Lets something happen just before the second next query: after the lookup, before the end is read. */
    void betweenLookupAndEnd(Statement something) {
        queries.set(0);
        between.set(something);
    }

    static void broken() throws SQLException {
        throw new PSQLException("the line is broken", PSQLState.CONNECTION_FAILURE);
    }

    DataSource over(DataSource source) {
        return proxy(
                DataSource.class,
                (name, call) -> {
                    Object result = call.execute();
                    return name.equals("getConnection") ? over((Connection) result) : result;
                },
                source);
    }

    private Connection over(Connection connection) {
        return proxy(
                Connection.class,
                (name, call) -> {
                    if (name.equals("close") && hanging.contains(connection)) {
                        return null;
                    }
                    Object result = call.execute();
                    return name.equals("prepareStatement") ? over(connection, (PreparedStatement) result) : result;
                },
                connection);
    }

    private PreparedStatement over(Connection connection, PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (name, call) -> {
                    if (name.equals("executeQuery") && between.get() != null && queries.incrementAndGet() == 2) {
                        between.getAndSet(null).execute();
                    }
                    Fault fault = name.equals("execute") ? next.getAndSet(null) : null;
                    if (fault == null) {
                        return call.execute();
                    }
                    fault.around(connection, call::execute);
                    return true;
                },
                statement);
    }

    private interface Call {
        Object execute() throws Exception;
    }

    private interface Around {
        Object invoke(String name, Call call) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Around around, T target) {
        return type.cast(Proxy.newProxyInstance(
                BrokenLine.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> around.invoke(method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                })));
    }
}
