using Aspire.Hosting.AWS.Lambda;

namespace BedrockGateway.Aspire.Tests;

/// <summary>TestApp as a resource that serves HTTP.</summary>
internal static class Site
{
    private static readonly HttpClient Client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IResourceBuilder<LambdaProjectResource> AddSite(
        this IDistributedApplicationBuilder builder, string name, int? port = null)
        => builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>(name, "handler")
            .WithHttpEndpoint(port, env: "PORT");

    /// <summary>What the site answers, once it says that it is there.</summary>
    public static async Task<int> StatusAsync(this TestApplication application, EndpointReference endpoint)
    {
        await application.LineAsync(endpoint.Resource.Name, "ready");
        using var response = await Client.GetAsync(new Uri(endpoint.Url), Token);
        return (int)response.StatusCode;
    }

    /// <summary>Lets the site answer with another status from now on.</summary>
    public static async Task SetStatusAsync(
        this TestApplication application, EndpointReference endpoint, int status)
    {
        await application.LineAsync(endpoint.Resource.Name, "ready");
        using var response = await Client.PostAsync(new Uri($"{endpoint.Url}/{status}"), content: null, Token);
        response.EnsureSuccessStatusCode();
    }
}
