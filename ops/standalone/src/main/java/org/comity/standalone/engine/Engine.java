package org.comity.standalone.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Serializer;
import org.comity.command.timetable.CaughtUp;
import org.comity.log.dispatch.CommandDispatch;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.comity.log.store.LogEventStore;
import org.comity.standalone.database.NodeName;
import org.springframework.beans.factory.ListableBeanFactory;
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
    AxonLog axonLog(DataSource dataSource, InstantSource worldClock, MeterRegistry meters) {
        return AxonLog.open(dataSource, worldClock, meters);
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
    CaughtUp caughtUp(GroupProgress progress) {
        return progress::awaitCommandSide;
    }

    @Bean
    ConfigurerModule trackingProcessors(ListableBeanFactory beans, MeterRegistry meters) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing
                    .usingTrackingEventProcessors()
                    .registerTrackingEventProcessorConfiguration(
                            configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andBatchSize(BATCH)
                                    // by default a new group takes what is in the log for a replay, and policies skip
                                    // it
                                    .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                    .andTokenClaimInterval(500, TimeUnit.MILLISECONDS))
                    .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                    .registerDefaultHandlerInterceptor(
                            (configuration, group) -> ProcessorMeters.counting(meters, group));
            groups(beans).forEach(group -> processing
                    .assignHandlerInstancesMatching(group, new Follower(group)::equals)
                    .registerEventHandler(configuration -> new Follower(group)));
        };
    }

    private static Set<String> groups(ListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(name -> beans.findAnnotationOnBean(name, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
