using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.Lambda;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Lambda functions as resources.</summary>
public static class LambdaExtensions
{
    /// <summary>A process of the project that runs one function.</summary>
    /// <param name="builder">The app model.</param>
    /// <param name="name">Name of the resource and of the function.</param>
    /// <param name="lambdaHandler">What the process reads in <c>_HANDLER</c>.</param>
    /// <param name="options">Defaults when null.</param>
    /// <remarks>
    /// The official package points <c>AWS_LAMBDA_RUNTIME_API</c> to its Lambda emulator. There is none here, so the app
    /// model has to name the Runtime API itself, with <c>WithEnvironment</c> after this call; that wins over the
    /// emulator too.
    /// </remarks>
    /// <exception cref="DistributedApplicationException">The handler is one of a class library.</exception>
    public static IResourceBuilder<LambdaProjectResource> AddAWSLambdaFunction<TLambdaProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        string lambdaHandler,
        LambdaFunctionOptions? options = null)
        where TLambdaProject : IProjectMetadata, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(lambdaHandler);
        if (lambdaHandler.Contains("::", StringComparison.Ordinal))
        {
            throw new DistributedApplicationException(
                $"The handler '{lambdaHandler}' of the function '{name}' is one of a class library. Only "
                    + "executable projects run here.");
        }

        return builder.AddResource(new LambdaProjectResource(name))
            .WithAnnotation(new TLambdaProject())
            .WithOpenTelemetry()
            .WithEnvironment(context =>
            {
                if (context.ExecutionContext.IsRunMode)
                {
                    context.EnvironmentVariables["AWS_EXECUTION_ENV"] = $"aspire.hosting.aws#{SdkEnvironment.Version}";
                    context.EnvironmentVariables["AWS_LAMBDA_FUNCTION_NAME"] = name;
                    context.EnvironmentVariables["_HANDLER"] = lambdaHandler;
                    context.EnvironmentVariables["AWS_LAMBDA_LOG_FORMAT"] = "Text";
                    context.EnvironmentVariables["AWS_LAMBDA_LOG_LEVEL"] = "INFO";
                }
            });
    }

    private static IResourceBuilder<LambdaProjectResource> WithOpenTelemetry(
        this IResourceBuilder<LambdaProjectResource> builder)
    {
        builder.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_EMIT_EXCEPTION_LOG_ATTRIBUTES", "true");
        builder.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_EMIT_EVENT_LOG_ATTRIBUTES", "true");
        builder.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        var application = builder.ApplicationBuilder;
        if (application.ExecutionContext.IsRunMode && application.Environment.IsDevelopment())
        {
            builder.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true");
            builder.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true");
        }

        return builder.WithOtlpExporter();
    }
}
