namespace Aspire.Hosting;

/// <summary>What the app model is used for.</summary>
public enum DistributedApplicationOperation
{
    Run,
    Publish,
}

/// <summary>What a <see cref="DistributedApplicationExecutionContext"/> is made of.</summary>
public class DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation)
{
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>The services of the application; none before it is built.</summary>
    public IServiceProvider? ServiceProvider { get; set; }
}

/// <summary>Whether the app model is run or published.</summary>
public class DistributedApplicationExecutionContext
{
    private readonly DistributedApplicationExecutionContextOptions _options;

    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(new DistributedApplicationExecutionContextOptions(operation))
    {
    }

    public DistributedApplicationExecutionContext(DistributedApplicationExecutionContextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    public DistributedApplicationOperation Operation => _options.Operation;

    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <exception cref="InvalidOperationException">The application has not been built yet.</exception>
    public IServiceProvider ServiceProvider => _options.ServiceProvider
        ?? throw new InvalidOperationException(
            "IServiceProvider is not available because the container has not yet been built.");
}
