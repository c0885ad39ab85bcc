using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace PracticeBot.Storage;

internal static class StorageServices
{
    /// <summary>The store, ready before the host serves, and the key ring that lies in it.</summary>
    public static IServiceCollection AddPracticeStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().Configure<IConfiguration>(StorageOptions.Read);
        services.AddPooledDbContextFactory<PracticeDb>((provider, builder) =>
        {
            var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            builder
                .UseSqlite(options.ConnectionString)
                .AddInterceptors(new SqliteSetup(options.Durability))
                // Migrations are written by hand, without the snapshot that this compares with; a test compares the schemas.
                .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PracticeDb>>().CreateDbContext());
        services.AddSingleton<PracticeStore>();
        services.AddHostedService<StorageStart>();

        services.AddDataProtection().SetApplicationName("PracticeBot");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new DatabaseKeys(provider.GetRequiredService<IDbContextFactory<PracticeDb>>())));

        services.AddHealthChecks().AddCheck<StorageHealth>("store");
        return services;
    }
}
