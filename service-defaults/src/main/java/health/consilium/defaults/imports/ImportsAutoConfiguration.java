package health.consilium.defaults.imports;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.web.WebAutoConfiguration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Import jobs, where a service has record handlers. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnBean(RecordHandler.class)
public class ImportsAutoConfiguration {

    @Bean
    ImportWorker importWorker(
            JdbcTemplate database, PlatformTransactionManager transactions, List<RecordHandler> handlers) {
        return new ImportWorker(database, transactions, handlers);
    }

    @Bean
    ImportJobs importJobs(JdbcTemplate database, Cursors cursors, List<RecordHandler> handlers, ImportWorker worker) {
        List<String> formats =
                handlers.stream().map(RecordHandler::format).sorted().toList();
        return new ImportJobs(database, cursors, formats, () -> afterCommit(worker));
    }

    private static void afterCommit(ImportWorker worker) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }
}
