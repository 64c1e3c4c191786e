package org.comity.standalone.engine;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Serializer;
import org.comity.log.dispatch.CommandDispatch;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.comity.log.store.LogEventStore;
import org.comity.standalone.database.NodeName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of Axon, each built by us. */
@Configuration(proxyBeanMethods = false)
class Engine {
    private static final int BATCH = 500;
    private static final int CACHED_AGGREGATES = 10_000;

    @Bean
    AxonLog axonLog(DataSource dataSource, InstantSource worldClock) {
        return AxonLog.open(dataSource, worldClock);
    }

    @Bean
    EventLog eventLog(AxonLog axonLog) {
        return axonLog.log();
    }

    @Bean
    LogEventStore eventStore(AxonLog axonLog) {
        return axonLog.eventStore();
    }

    /** The way of every command to its aggregate; all aggregates of the command side are served. */
    @Bean
    CommandDispatch commandDispatch(AxonLog axonLog) {
        var dispatch = new CommandDispatch(axonLog, CACHED_AGGREGATES);
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(AggregateRoot.class));
        scanner.findCandidateComponents("org.comity.command")
                .forEach(found -> dispatch.serve(type(String.valueOf(found.getBeanClassName()))));
        return dispatch;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("an aggregate vanished during the start: " + name, e);
        }
    }

    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager transactions) {
        return AxonLog.transactions(transactions);
    }

    @Bean
    TokenStore tokenStore(DataSource dataSource, NodeName node) {
        return AxonLog.tokenStore(dataSource, "node.token_entry", node.value());
    }

    @Bean
    @Primary
    Serializer serializer() {
        return AxonLog.tokenSerializer();
    }

    @Bean
    ConfigurerModule trackingProcessors() {
        return configurer -> configurer
                .eventProcessing()
                .usingTrackingEventProcessors()
                .registerTrackingEventProcessorConfiguration(
                        configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH)
                                .andTokenClaimInterval(500, TimeUnit.MILLISECONDS))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }
}
