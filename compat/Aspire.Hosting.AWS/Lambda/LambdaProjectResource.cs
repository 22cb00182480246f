using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.Lambda;

/// <summary>A project that runs as a Lambda function.</summary>
public class LambdaProjectResource(string name) : ProjectResource(name);

/// <summary>How a function runs locally.</summary>
public class LambdaFunctionOptions;
