namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known only when a resource starts.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>A value that a deployment manifest can name.</summary>
public interface IManifestExpressionProvider
{
    string ValueExpression { get; }
}

/// <summary>A value that other resources or values go into.</summary>
public interface IValueWithReferences
{
    IEnumerable<object> References { get; }
}

/// <summary>A value that can be asked for and named.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;
